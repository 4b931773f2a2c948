package cn.zhengxun.suggestion.offline;

import cn.zhengxun.directory.InformantId;
import cn.zhengxun.suggestion.IdentityCategory;
import jakarta.validation.constraints.Size;

/**
 * Somebody who spoke. All texts may be null or empty.
 *
 * @param label the name; 匿名甲 and the like stand for one person whose name is not kept
 * @param informant whom of the directory it is; null for somebody else, and as long as nobody looked
 * @param outsider that nobody of this name in the directory is meant
 * @param confirmed whether this person checked what was taken down
 * @param guardian whether the guardian of somebody under 14 agreed
 */
record Speaker(
        @Size(max = 60, message = "姓名不能超过60个字。") String label,
        InformantId informant,
        boolean outsider,
        @Size(max = 200, message = "联系方式不能超过200个字。") String contact,

        @Size(max = IdentityCategory.LONGEST, message = "身份类别不能超过40个字。")
        String identityCategory,

        @Size(max = 20, message = "年龄段不能超过20个字。") String ageBand,
        @Size(max = 120, message = "单位不能超过120个字。") String unit,
        boolean confirmed,
        boolean guardian,
        boolean callBack,
        boolean publishName) {

    /** What stands in front of a letter for somebody whose name is not to be kept. */
    static final String ANONYMOUS = "匿名";

    static final String UNDER_14 = "未满14周岁";

    /** Somebody of whom nothing but the name is known. */
    public static Speaker named(String label) {
        return new Speaker(label, null, false, null, null, null, null, false, false, false, false);
    }

    /** Whether anything was written beside the name. */
    boolean detailed() {
        return informant != null
                || outsider
                || written(contact)
                || written(identityCategory)
                || written(ageBand)
                || written(unit)
                || confirmed
                || guardian
                || callBack
                || publishName;
    }

    boolean anonymous() {
        return !written(label) || label.strip().startsWith(ANONYMOUS);
    }

    boolean needsGuardian() {
        return UNDER_14.equals(ageBand) && !guardian;
    }

    private static boolean written(String text) {
        return text != null && !text.isBlank();
    }
}
