package cn.zhengxun.suggestion;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What the consents of a submission were given on.
 *
 * @param wording version of the words shown, null for those of today
 * @param guardian who agreed for somebody under 14, such as 母亲; null where nobody did
 */
public record Agreement(
        String wording,

        @Size(max = 60, message = "监护人不能超过60个字。")
        @Pattern(regexp = SubmitSuggestions.STORABLE, message = "监护人里有无法保存的字符，请删去后再试。")
        String guardian) {
    /** Stands for a guardian who agreed and did not say who it is. */
    public static final String UNNAMED = "监护人";

    static final Agreement TODAYS = new Agreement(null, null);

    /** A guardian agreed in the presence of whoever writes it down. @param name null or blank where it was not said */
    public static Agreement ofGuardian(String name) {
        return new Agreement(null, name == null || name.isBlank() ? UNNAMED : name.strip());
    }
}
