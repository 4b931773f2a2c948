package cn.zhengxun.consultation;

import java.util.regex.Pattern;

/** 2026-国-003: year, level, running number of that year and level. It is the consultation's key everywhere, also the engine's business key. */
public record ConsultationNumber(String value) {
    private static final Pattern FORM = Pattern.compile("\\d{4}-[国省市区]-\\d{3,}");

    public ConsultationNumber {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new cn.zhengxun.kernel.NotFound("没有这个征询编号，请从列表中选择。");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
