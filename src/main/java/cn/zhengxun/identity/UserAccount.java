package cn.zhengxun.identity;

import java.util.Set;

/**
 * A person who signs in.
 *
 * @param name as shown on screen; @param email may be null; @param roles group ids of {@link Roles}
 */
public record UserAccount(String id, String name, String email, Set<String> roles, boolean locked) {
    public boolean has(String role) {
        return roles.contains(role);
    }
}
