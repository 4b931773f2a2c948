package cn.zhengxun.process;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.ConsultationProcess;
import cn.zhengxun.consultation.MigrateModel;
import cn.zhengxun.consultation.Steering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Each consultation moves in a transaction of its own; one that cannot stays where it is and goes on there. */
@Component
@Order(20)
@ConditionalOnProperty("zhengxun.models.migrate")
class MigrationAtStart implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(MigrationAtStart.class);

    private final ConsultationProcess process;
    private final Steering steering;

    MigrationAtStart(ConsultationProcess process, Steering steering) {
        this.process = process;
        this.steering = steering;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (ConsultationNumber number : process.outdated()) {
            try {
                steering.migrate(new MigrateModel(number));
                LOG.info("{} runs on the newest ten-step model now", number);
            } catch (RuntimeException refused) {
                LOG.warn("{} stays on its own version of the ten-step model: {}", number, refused.getMessage());
            }
        }
    }
}
