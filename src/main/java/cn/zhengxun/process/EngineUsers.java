package cn.zhengxun.process;

import cn.zhengxun.identity.UserAccount;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.RuleViolation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The engine's user store behind the port. */
@Component
class EngineUsers implements Users {
    private final IdentityService identity;
    private final ProcessEngine engine;

    EngineUsers(@Lazy IdentityService identity, @Lazy ProcessEngine engine) {
        this.identity = identity;
        this.engine = engine;
    }

    @Override
    public Optional<UserAccount> find(String id) {
        return Optional.ofNullable(identity.createUserQuery().userId(id).singleResult())
                .map(this::account);
    }

    @Override
    public List<UserAccount> in(String role) {
        return identity.createUserQuery().memberOfGroup(role).orderByUserId().asc().list().stream()
                .map(this::account)
                .toList();
    }

    @Override
    public List<UserAccount> all() {
        return identity.createUserQuery().orderByUserId().asc().list().stream()
                .map(this::account)
                .toList();
    }

    @Override
    public boolean checkPassword(String id, String password) {
        return identity.checkPassword(id, password);
    }

    @Override
    public void setPassword(String id, String password) {
        User user = identity.createUserQuery().userId(id).singleResult();
        if (!identity.checkPasswordAgainstPolicy(password, user).isValid()) {
            throw new RuleViolation("新密码太简单：至少10个字符，要有大写字母、小写字母、数字和符号，也不能含有您的姓名或账号。");
        }
        user.setPassword(password);
        identity.saveUser(user);
    }

    @Override
    public void unlock(String id) {
        identity.unlockUser(id);
    }

    private UserAccount account(User user) {
        Set<String> roles = identity.createGroupQuery().groupMember(user.getId()).list().stream()
                .map(Group::getId)
                .collect(Collectors.toUnmodifiableSet());
        String name = ((user.getFirstName() == null ? "" : user.getFirstName())
                        + (user.getLastName() == null ? "" : user.getLastName()))
                .strip();
        return new UserAccount(
                user.getId(), name.isEmpty() ? user.getId() : name, user.getEmail(), roles, locked(user));
    }

    private boolean locked(User user) {
        int most = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getLoginMaxAttempts();
        return user instanceof UserEntity entity && entity.getAttempts() >= most;
    }
}
