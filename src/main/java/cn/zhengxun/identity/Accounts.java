package cn.zhengxun.identity;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people do with accounts: change the own password, unlock a colleague's. */
@Service
@Transactional
public class Accounts {
    private final Users users;
    private final AuditTrail audit;
    private final PasswordCheck check;

    Accounts(Users users, AuditTrail audit, PasswordCheck check) {
        this.users = users;
        this.audit = audit;
        this.check = check;
    }

    /** @throws RuleViolation where the present password is wrong, the two new ones differ, or the policy forbids it */
    public void changePassword(ChangePassword command) {
        if (!command.wanted().equals(command.repeated())) {
            throw new RuleViolation("两次填写的新密码不一样，请重新填写。");
        }
        if (command.wanted().equals(command.present())) {
            throw new RuleViolation("新密码不能和现在的密码相同，请换一个。");
        }
        if (!check.matches(command.userId(), command.present())) {
            throw new RuleViolation("现在的密码不对，请重新填写；连续填错5次账户会被锁定。");
        }
        users.setPassword(command.userId(), command.wanted());
        audit.record(command, null, Map.of("user", command.userId()));
    }

    public void unlock(UnlockAccount command) {
        if (users.find(command.userId()).isEmpty()) {
            throw new NotFound("没有这个账户，请从列表中选择。");
        }
        users.unlock(command.userId());
        audit.record(command, null, Map.of("user", command.userId()));
    }

    /** Counts wrong attempts in a transaction of its own, so that a refused change still counts. */
    @org.springframework.stereotype.Component
    static class PasswordCheck {
        private final Users users;

        PasswordCheck(Users users) {
            this.users = users;
        }

        @Transactional(propagation = Propagation.REQUIRES_NEW)
        public boolean matches(String userId, String password) {
            return users.checkPassword(userId, password);
        }
    }
}
