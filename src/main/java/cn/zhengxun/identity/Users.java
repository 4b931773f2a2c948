package cn.zhengxun.identity;

import java.util.List;
import java.util.Optional;

/** The port to the user store; served by the room {@code process}. */
public interface Users {

    Optional<UserAccount> find(String id);

    /** Members of a group of {@link Roles}, by id. */
    List<UserAccount> in(String role);

    List<UserAccount> all();

    /** @return the name to show for a user id; the id itself where the account is gone */
    default String nameOf(String id) {
        return find(id).map(UserAccount::name).orElse(id);
    }
}
