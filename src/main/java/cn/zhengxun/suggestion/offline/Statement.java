package cn.zhengxun.suggestion.offline;

import cn.zhengxun.suggestion.SuggestionKind;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.CodePointLength;

/**
 * What one person said, in a draft as far as it is written. All but the words may be null or empty.
 *
 * @param speaker the label of who said it; nothing: somebody who is not known
 * @param clause as typed: 12, 12.2.1, 第十二条第二款, or nothing for the draft as a whole; see {@link ClauseNumbers}
 * @param kind null for 实质修改
 */
record Statement(
        @Size(max = 60, message = "发言人不能超过60个字。") String speaker,

        @Size(max = 120, message = "条款号太长，请写成 12 或 12.2 这样。")
        String clause,

        SuggestionKind kind,

        @CodePointLength(max = LONGEST, message = "这一条写得太长，存不下。请分成几条来写。")
        @Pattern(regexp = STORABLE, message = "这里有无法保存的字符，请删去后再试。")
        String original,

        @CodePointLength(max = LONGEST, message = "这一条写得太长，存不下。请分成几条来写。")
        @Pattern(regexp = STORABLE, message = "这里有无法保存的字符，请删去后再试。")
        String proposed,

        @CodePointLength(max = LONGEST, message = "这一条写得太长，存不下。请分成几条来写。")
        @Pattern(regexp = STORABLE, message = "这里有无法保存的字符，请删去后再试。")
        String reason) {

    /** More than may be handed in, so that what is too long is kept until somebody has shortened or divided it. */
    private static final int LONGEST = 50_000;

    private static final String STORABLE = "[^\\x00\\ud800-\\udfff]*";

    /** Whether there is nothing but who would speak. */
    boolean untouched() {
        return blank(clause) && blank(original) && blank(proposed) && blank(reason);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
