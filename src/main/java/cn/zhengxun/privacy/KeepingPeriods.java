package cn.zhengxun.privacy;

import java.time.Period;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How long a class of data is kept, as people are told before they write anything. */
@Component
public class KeepingPeriods {
    private final ObjectProvider<Expiring> classes;
    private final RetentionSettings settings;

    KeepingPeriods(ObjectProvider<Expiring> classes, RetentionSettings settings) {
        this.classes = classes;
        this.settings = settings;
    }

    /** @param code of an {@link Expiring} @return for example 1年 or 30天 */
    public String inWords(String code) {
        Period period = classes.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .map(one -> settings.periods().getOrDefault(code, one.usually()))
                .orElseThrow();
        return part(period.getYears(), "年") + part(period.getMonths(), "个月") + part(period.getDays(), "天");
    }

    private static String part(int number, String unit) {
        return number == 0 ? "" : number + unit;
    }
}
