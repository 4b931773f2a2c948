package cn.zhengxun.directory;

import cn.zhengxun.sheet.Column;
import cn.zhengxun.sheet.Table;
import java.util.Set;

/** The columns of the informants' file, in the order in which they are written; they are read in any order. */
enum InformantColumn implements Column {
    NAME("姓名", 12, "必填。"),
    PHONE("手机", 16, "认人的第一依据；没有手机看邮箱，都没有时看姓名和站点。"),
    EMAIL("邮箱", 28, "没有的不填，按书面方式联系。"),
    STATION("站点", 26, "写站点全名，须是名录里已有的站点。"),
    AGE_BAND("年龄段", 12, "例如 70岁以上、45—59岁。"),
    OCCUPATION("职业", 18, "例如 退休教师。"),
    TAGS("标签", 40, "写成“家族:名称”，多个用顿号隔开，例如 行业:餐饮、身份:老年人。家族只有：行业、区域、身份、专长、年龄段、语言。填了就以所填为准。"),
    CHANNEL("首选渠道", 12, "邮件、短信或微信、纸质三选一；新登记的人不填算邮件。"),
    JOINED("任期起", 12, "新登记的人必填，例如 2026-03-01。"),
    TERM_ENDS("任期止", 12, "不填为长期。"),
    REFUSES_PROFILING("拒绝按标签推送", 16, "是或否；新登记的人不填算否。"),
    ACTIVE("在任", 8, "是或否；新登记的人不填算是。");

    static final Table<InformantColumn> TABLE =
            new Table<>("INFORMANTS", InformantColumn.class, 0, Set.of(), "文件里没有可导入的内容：第一张表要有表头和至少一行信息员。");

    private final String heading;
    private final int width;
    private final String explanation;

    InformantColumn(String heading, int width, String explanation) {
        this.heading = heading;
        this.width = width;
        this.explanation = explanation;
    }

    @Override
    public String heading() {
        return heading;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public String explanation() {
        return explanation;
    }

    @Override
    public boolean day() {
        return this == JOINED || this == TERM_ENDS;
    }
}
