package cn.zhengxun.privacy;

import java.time.Period;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings zhengxun.retention.*.
 *
 * @param periods by the class's code, as ISO periods such as P1Y or P30D; those that are not named keep their usual one
 * @param batch rows in one transaction
 */
@ConfigurationProperties("zhengxun.retention")
record RetentionSettings(
        @DefaultValue Map<String, Period> periods,
        @DefaultValue("500") int batch) {}
