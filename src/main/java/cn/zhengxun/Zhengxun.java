package cn.zhengxun;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Legislative consultation for a grassroots legislative contact point. */
@SpringBootApplication
@EnableScheduling
public class Zhengxun {

    /**
     * Fixes the zone before the engine opens its database: starting one database under two zones shifts every
     * stored engine time by their difference.
     */
    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        SpringApplication.run(Zhengxun.class, args);
    }
}
