package cn.zhengxun.identity;

import cn.zhengxun.kernel.CurrentActor;
import java.util.List;
import java.util.Optional;

/** The port to the user store; served by the room {@code process}. */
public interface Users {

    Optional<UserAccount> find(String id);

    /** Members of a group of {@link Roles}, by id. */
    List<UserAccount> in(String role);

    List<UserAccount> all();

    /** @return false where the present password is wrong or the account is locked; counts as an attempt */
    boolean checkPassword(String id, String password);

    /** @throws cn.zhengxun.kernel.RuleViolation where the password breaks the policy */
    void setPassword(String id, String password);

    void unlock(String id);

    /** @return the name to show for an actor's id; the id itself where the account is gone */
    default String nameOf(String id) {
        if (id.equals(CurrentActor.SYSTEM)) {
            return "系统";
        }
        return find(id).map(UserAccount::name).orElse(id);
    }
}
