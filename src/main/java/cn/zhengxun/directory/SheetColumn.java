package cn.zhengxun.directory;

import java.util.Arrays;
import java.util.Optional;

/** The columns of the informants' file, in the order in which they are written; they are read in any order. */
enum SheetColumn {
    NAME("姓名", "必填。"),
    PHONE("手机", "认人的第一依据；没有手机看邮箱，都没有时看姓名和站点。"),
    EMAIL("邮箱", "没有的不填，按书面方式联系。"),
    STATION("站点", "写站点全名，须是名录里已有的站点。"),
    AGE_BAND("年龄段", "例如 70岁以上、45—59岁。"),
    OCCUPATION("职业", "例如 退休教师。"),
    TAGS("标签", "写成“家族:名称”，多个用顿号隔开，例如 行业:餐饮、身份:老年人。家族只有：行业、区域、身份、专长、年龄段、语言。填了就以所填为准。"),
    CHANNEL("首选渠道", "邮件、短信或微信、纸质三选一；新登记的人不填算邮件。"),
    JOINED("任期起", "新登记的人必填，例如 2026-03-01。"),
    TERM_ENDS("任期止", "不填为长期。"),
    REFUSES_PROFILING("拒绝按标签推送", "是或否；新登记的人不填算否。"),
    ACTIVE("在任", "是或否；新登记的人不填算是。");

    private final String heading;
    private final String explanation;

    SheetColumn(String heading, String explanation) {
        this.heading = heading;
        this.explanation = explanation;
    }

    public String heading() {
        return heading;
    }

    public String explanation() {
        return explanation;
    }

    static Optional<SheetColumn> headed(String heading) {
        return Arrays.stream(values())
                .filter(column -> column.heading.equals(heading))
                .findFirst();
    }
}
