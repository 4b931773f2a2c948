package cn.zhengxun.web;

import cn.zhengxun.identity.Users;
import java.security.Principal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page after sign-in, and the sign-in page. */
@Controller
class HomeController {
    private final boolean demo;
    private final Users users;

    HomeController(@Value("${zhengxun.demo}") boolean demo, Users users) {
        this.demo = demo;
        this.users = users;
    }

    @GetMapping("/")
    @PreAuthorize("isAuthenticated()")
    String home(Principal who, Model model) {
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
