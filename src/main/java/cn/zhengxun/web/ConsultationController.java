package cn.zhengxun.web;

import cn.zhengxun.consultation.Change;
import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.ConsultationProcess;
import cn.zhengxun.consultation.ConsultationProcess.OpenTask;
import cn.zhengxun.consultation.ConsultationProcess.Passage;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.consultation.DeadlineChange;
import cn.zhengxun.consultation.Decision;
import cn.zhengxun.consultation.Explanations;
import cn.zhengxun.consultation.Lineage;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.consultation.TimetableEntry;
import cn.zhengxun.consultation.Timetables;
import cn.zhengxun.consultation.Workflow;
import cn.zhengxun.consultation.Workflow.Picture;
import cn.zhengxun.identity.Roles;
import cn.zhengxun.identity.Users;
import cn.zhengxun.outreach.StationSlips;
import cn.zhengxun.suggestion.live.LiveCounts;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** One consultation: where it stands in the ten steps, with whom, until when, and what happened so far. */
@Controller
@RequestMapping("/consultations/{number}")
@PreAuthorize("hasAnyAuthority('staff','director','leader','expert','manager')")
class ConsultationController {
    /** Who reads suggestions, and who besides them follows how many come in. */
    private static final Set<String> READ_WORDS = Set.of(Roles.STAFF, Roles.DIRECTOR, Roles.LEADER);

    private static final Set<String> FOLLOW = Set.of(Roles.STAFF, Roles.DIRECTOR, Roles.LEADER, Roles.MANAGER);

    private final Consultations consultations;
    private final Timetables timetables;
    private final Explanations explanations;
    private final ConsultationProcess process;
    private final Workflow workflow;
    private final ConsultationFigures figures;
    private final ConsultationAccess access;
    private final StationSlips slips;
    private final LiveCounts live;
    private final Users users;
    private final Clock clock;

    ConsultationController(
            Consultations consultations,
            Timetables timetables,
            Explanations explanations,
            ConsultationProcess process,
            Workflow workflow,
            ConsultationFigures figures,
            ConsultationAccess access,
            StationSlips slips,
            LiveCounts live,
            Users users,
            Clock clock) {
        this.consultations = consultations;
        this.timetables = timetables;
        this.explanations = explanations;
        this.process = process;
        this.workflow = workflow;
        this.figures = figures;
        this.access = access;
        this.slips = slips;
        this.live = live;
        this.users = users;
        this.clock = clock;
    }

    @GetMapping
    String overview(@PathVariable String number, Authentication who, Model model) {
        Consultation consultation = consultations.find(new ConsultationNumber(number));
        List<OpenTask> tasks = process.openTasks(consultation.number());
        Picture picture = workflow.tenSteps(consultation.number());
        List<Passage> passages = process.history(consultation.number());
        List<Decision> decisions = consultations.decisions(consultation.number());
        List<DeadlineChange> moves = consultations.deadlineChanges(consultation.number());
        boolean explained = explanations
                .find(consultation.number())
                .filter(found -> found.published() || found.skipReason() != null)
                .isPresent();
        List<TimetableEntry> entries = timetables.entries(consultation.number());
        model.addAttribute("number", number);
        model.addAttribute(
                "steps",
                ConsultationOverview.of(consultation, entries, tasks, picture, explained, clock.instant())
                        .steps());
        model.addAttribute(
                "mine", tasks.stream().filter(task -> concerns(task, who)).toList());
        model.addAttribute(
                "others", tasks.stream().filter(task -> !concerns(task, who)).toList());
        Lineage lineage = consultations.lineage(consultation.number());
        model.addAttribute("lineage", lineage);
        model.addAttribute(
                "siblings",
                Stream.concat(lineage.earlier().stream(), lineage.later().stream())
                        .filter(access.of(who))
                        .map(Consultation::number)
                        .collect(Collectors.toSet()));
        model.addAttribute("paperWanted", slips.waitingForPaper(consultation.number()));
        model.addAttribute("picture", picture);
        model.addAttribute("next", workflow.next(consultation.number()));
        model.addAttribute(
                "entries", entries.stream().collect(Collectors.toMap(TimetableEntry::step, Function.identity())));
        model.addAttribute("passages", passages);
        model.addAttribute("decisions", decisions);
        model.addAttribute("moves", moves);
        model.addAttribute("names", names(tasks, passages, decisions, moves));
        model.addAttribute("figures", figures.of(consultation.number()));
        if (consultation.status() == Status.COLLECTING && !Collections.disjoint(authorities(who), FOLLOW)) {
            model.addAttribute(
                    "live", live.now(consultation.number(), !Collections.disjoint(authorities(who), READ_WORDS)));
        }
        model.addAttribute(
                "changes",
                Arrays.stream(Change.values())
                        .filter(change -> change.possibleFor(consultation))
                        .toList());
        return "web/consultation";
    }

    private static Set<String> authorities(Authentication who) {
        return who.getAuthorities().stream().map(GrantedAuthority::getAuthority).collect(Collectors.toSet());
    }

    /** Taken by this person, or free and for one of this person's roles. */
    private static boolean concerns(OpenTask task, Authentication who) {
        if (task.assignee() != null) {
            return task.assignee().equals(who.getName());
        }
        return who.getAuthorities().stream().map(GrantedAuthority::getAuthority).anyMatch(task.groups()::contains);
    }

    private Map<String, String> names(
            List<OpenTask> tasks, List<Passage> passages, List<Decision> decisions, List<DeadlineChange> moves) {
        Map<String, String> names = new HashMap<>();
        Stream.of(
                        tasks.stream().map(OpenTask::assignee),
                        passages.stream().map(Passage::person),
                        decisions.stream().map(Decision::decidedBy),
                        moves.stream().map(DeadlineChange::movedBy))
                .flatMap(ids -> ids)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(id -> names.put(id, users.nameOf(id)));
        return names;
    }
}
