package cn.zhengxun.process;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Checks a password against the engine's user store, whose attempt counter, delay and lockout apply: it answers alike
 * for a wrong password and a locked account.
 */
@Component
class EngineSignIn implements AuthenticationProvider {
    private final IdentityService identity;

    EngineSignIn(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public Authentication authenticate(Authentication token) {
        identity.clearAuthentication();
        if (token.getName().isBlank()
                || !identity.checkPassword(token.getName(), String.valueOf(token.getCredentials()))) {
            throw new BadCredentialsException("wrong user or password, or locked");
        }
        User user = identity.createUserQuery().userId(token.getName()).singleResult();
        var groups = identity.createGroupQuery().groupMember(user.getId()).list().stream()
                .map(Group::getId)
                .map(SimpleGrantedAuthority::new)
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(user.getId(), null, groups);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
