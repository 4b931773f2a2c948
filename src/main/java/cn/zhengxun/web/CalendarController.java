package cn.zhengxun.web;

import cn.zhengxun.identity.CalendarKeys;
import cn.zhengxun.identity.MakeCalendarKey;
import cn.zhengxun.identity.RevokeCalendarKey;
import cn.zhengxun.kernel.NotFound;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A user's own calendar of due dates, and the secret address under which a calendar program fetches it. */
@Controller
class CalendarController {
    private static final String USERS = "hasAnyAuthority('staff','director','leader','expert','manager')";

    private final CalendarKeys keys;
    private final CalendarFeed feed;
    private final MessageSource messages;
    private final String baseUrl;

    CalendarController(
            CalendarKeys keys,
            CalendarFeed feed,
            MessageSource messages,
            @Value("${zhengxun.base-url}") String baseUrl) {
        this.keys = keys;
        this.feed = feed;
        this.messages = messages;
        this.baseUrl = baseUrl;
    }

    /** Fetched without a session; every other text in the place of a key is answered alike. */
    @GetMapping("/calendar/{key}.ics")
    @PreAuthorize("permitAll()")
    ResponseEntity<byte[]> calendar(@PathVariable String key) {
        String text = keys.owner(key).map(feed::of).orElseThrow(() -> new NotFound("没有这份日历，地址可能已经停用。"));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/calendar;charset=UTF-8")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/account/calendar")
    @PreAuthorize(USERS)
    String page(Principal who, Model model) {
        model.addAttribute("madeAt", keys.madeAt(who.getName()).orElse(null));
        return "web/calendar";
    }

    @PostMapping("/account/calendar")
    @PreAuthorize(USERS)
    String make(Principal who, RedirectAttributes flash) {
        String key = keys.make(new MakeCalendarKey(who.getName()));
        flash.addFlashAttribute("address", baseUrl + "/calendar/" + key + ".ics");
        return done(flash, "web.calendar.made");
    }

    @PostMapping("/account/calendar/revoke")
    @PreAuthorize(USERS)
    String revoke(Principal who, RedirectAttributes flash) {
        keys.revoke(new RevokeCalendarKey(who.getName()));
        return done(flash, "web.calendar.revoked");
    }

    private String done(RedirectAttributes flash, String key) {
        flash.addFlashAttribute("done", messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE));
        return "redirect:/account/calendar";
    }
}
