package cn.zhengxun.web;

import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.privacy.Requests;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 超期与临期: what is late or nearly due, over all consultations, with who has it. */
@Controller
class OverdueController {
    private final DueWork work;
    private final Users users;
    private final Requests requests;
    private final Clock clock;

    OverdueController(DueWork work, Users users, Requests requests, Clock clock) {
        this.work = work;
        this.users = users;
        this.requests = requests;
        this.clock = clock;
    }

    @GetMapping("/overdue")
    @PreAuthorize("hasAnyAuthority('staff','director','leader','manager')")
    String overdue(Model model) {
        DueWork.Found found = work.find();
        model.addAttribute("found", found);
        model.addAttribute("near", DueWork.NEAR);
        model.addAttribute("asked", requests.waiting());
        model.addAttribute("asOf", Shanghai.minute(clock.instant()));
        Map<String, String> names = found.running().stream()
                .map(DueWork.Item::task)
                .filter(Objects::nonNull)
                .map(task -> task.assignee())
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(id -> id, users::nameOf));
        model.addAttribute("names", names);
        return "web/overdue";
    }
}
