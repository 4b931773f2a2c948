package cn.zhengxun.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page after sign-in, and the sign-in page. */
@Controller
class HomeController {
    private final boolean demo;

    HomeController(@Value("${zhengxun.demo}") boolean demo) {
        this.demo = demo;
    }

    @GetMapping("/")
    @PreAuthorize("isAuthenticated()")
    String home(Model model) {
        model.addAttribute("demo", demo);
        return "web/home";
    }

    @GetMapping("/login")
    @PreAuthorize("permitAll()")
    String signIn(Model model) {
        model.addAttribute("demo", demo);
        return "web/login";
    }
}
