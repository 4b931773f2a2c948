package cn.zhengxun.identity;

import cn.zhengxun.kernel.CurrentActor;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

/** The signed-in user; on a public page nobody in particular; outside a request the system itself. */
@Component
class SignedInActor implements CurrentActor {

    @Override
    public String id() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && !(authentication instanceof AnonymousAuthenticationToken)) {
            return authentication.getName();
        }
        return RequestContextHolder.getRequestAttributes() == null ? SYSTEM : PUBLIC;
    }
}
