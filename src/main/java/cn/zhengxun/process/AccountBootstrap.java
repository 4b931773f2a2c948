package cn.zhengxun.process;

import cn.zhengxun.identity.Roles;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * There is always an administrator: with none, anybody could create one (CVE-2026-77226). Demo mode adds its users;
 * elsewhere the first administrator's password comes from the environment.
 */
@Component
@Order(20)
class AccountBootstrap implements ApplicationRunner {
    /** Published in README: demo mode only. */
    static final String DEMO_PASSWORD = "Zhengxun#2026";

    private record DemoUser(String id, String name, String group) {}

    private static final List<DemoUser> DEMO_USERS = List.of(
            new DemoUser("staff", "周敏（工作人员）", Roles.STAFF),
            new DemoUser("staff2", "许强（工作人员）", Roles.STAFF),
            new DemoUser("director", "韩静（主任）", Roles.DIRECTOR),
            new DemoUser("leader", "孟伟（分管领导）", Roles.LEADER),
            new DemoUser("expert1", "钟立言（专家）", Roles.EXPERT),
            new DemoUser("expert2", "苏正则（专家）", Roles.EXPERT),
            new DemoUser("expert3", "程思源（专家）", Roles.EXPERT),
            new DemoUser("manager", "管理者", Roles.MANAGER));

    private final IdentityService identity;
    private final boolean demo;
    private final String administratorPassword;

    AccountBootstrap(
            IdentityService identity,
            @Value("${zhengxun.demo}") boolean demo,
            @Value("${zhengxun.admin-password:}") String administratorPassword) {
        this.identity = identity;
        this.demo = demo;
        this.administratorPassword = administratorPassword;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (identity.createUserQuery().memberOfGroup(Roles.ADMINISTRATOR).count() == 0) {
            create("admin", "系统管理员", Roles.ADMINISTRATOR, firstPassword());
        }
        if (demo) {
            DEMO_USERS.forEach(user -> create(user.id(), user.name(), user.group(), DEMO_PASSWORD));
        }
    }

    private String firstPassword() {
        if (!administratorPassword.isBlank()) {
            return administratorPassword;
        }
        if (demo) {
            return DEMO_PASSWORD;
        }
        throw new IllegalStateException("启动失败：还没有管理员。请设置环境变量 ZHENGXUN_ADMIN_PASSWORD" + "（至少10个字符，含大小写字母、数字和符号）后重新启动。");
    }

    private void create(String id, String name, String group, String password) {
        if (identity.createUserQuery().userId(id).count() > 0) {
            return;
        }
        User user = identity.newUser(id);
        user.setFirstName(name);
        user.setLastName("");
        user.setEmail(id + "@example.com");
        user.setPassword(password);
        identity.saveUser(user);
        identity.createMembership(id, group);
    }
}
