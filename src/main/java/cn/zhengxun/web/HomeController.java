package cn.zhengxun.web;

import cn.zhengxun.identity.Roles;
import cn.zhengxun.identity.Users;
import cn.zhengxun.privacy.Requests;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page after sign-in, and the sign-in page. */
@Controller
class HomeController {
    private static final Set<String> SEE_DUE_WORK = Set.of(Roles.STAFF, Roles.DIRECTOR, Roles.LEADER, Roles.MANAGER);

    private final boolean demo;
    private final Users users;
    private final DueWork work;
    private final Requests requests;

    HomeController(@Value("${zhengxun.demo}") boolean demo, Users users, DueWork work, Requests requests) {
        this.demo = demo;
        this.users = users;
        this.work = work;
        this.requests = requests;
    }

    @GetMapping("/")
    @PreAuthorize("isAuthenticated()")
    String home(Authentication who, Model model) {
        if (who.getAuthorities().stream().anyMatch(one -> SEE_DUE_WORK.contains(one.getAuthority()))) {
            model.addAttribute("due", work.find());
            model.addAttribute("near", DueWork.NEAR);
            model.addAttribute("asked", requests.waiting());
        }
        model.addAttribute("demo", demo);
        model.addAttribute("who", users.nameOf(who.getName()));
        return "web/home";
    }

    @GetMapping("/login")
    @PreAuthorize("permitAll()")
    String signIn(Model model) {
        model.addAttribute("demo", demo);
        return "web/login";
    }
}
