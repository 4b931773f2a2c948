package cn.zhengxun.privacy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings.
 *
 * @param dueDays working days in which a request is answered
 * @param undo how long people may take back an erasure that they asked for on their own page
 */
@ConfigurationProperties("zhengxun.requests")
public record RequestRules(
        @DefaultValue("15") int dueDays,
        @DefaultValue("P3D") Duration undo) {}
