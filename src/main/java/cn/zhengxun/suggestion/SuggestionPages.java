package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.suggestion.arrival.Arrivals;
import cn.zhengxun.suggestion.attachment.Attachments;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What came in on one consultation, word for word, for those who work with it. */
@Controller
@RequestMapping("/consultations/{number}/suggestions")
@PreAuthorize("hasAnyAuthority('staff', 'director', 'leader')")
class SuggestionPages {
    private final Suggestions suggestions;
    private final SuggestionList list;
    private final Histories histories;
    private final Closing closing;
    private final CarriedSuggestions carried;
    private final Arrivals arrivals;
    private final Attachments attachments;
    private final Consultations consultations;
    private final Origins origins;
    private final Users users;
    private final Clock clock;

    SuggestionPages(
            Suggestions suggestions,
            SuggestionList list,
            Histories histories,
            Closing closing,
            CarriedSuggestions carried,
            Arrivals arrivals,
            Attachments attachments,
            Consultations consultations,
            Origins origins,
            Users users,
            Clock clock) {
        this.histories = histories;
        this.closing = closing;
        this.suggestions = suggestions;
        this.list = list;
        this.carried = carried;
        this.arrivals = arrivals;
        this.attachments = attachments;
        this.consultations = consultations;
        this.origins = origins;
        this.users = users;
        this.clock = clock;
    }

    /** How the list is filtered, as the address says it; what is not said is null. */
    record Asked(
            String clause, String channel, String station, String timing, String state, String words, String page) {
        Asked {
            clause = Objects.requireNonNullElse(clause, "");
            channel = Objects.requireNonNullElse(channel, "");
            station = Objects.requireNonNullElse(station, "");
            timing = Objects.requireNonNullElse(timing, "");
            state = Objects.requireNonNullElse(state, "");
            words = Objects.requireNonNullElse(words, "").replace("\0", "");
        }

        int number() {
            return page != null && page.matches("[0-9]{1,9}") ? Integer.parseInt(page) : 1;
        }
    }

    @GetMapping
    String list(@PathVariable String number, Asked asked, Model model) {
        Consultation consultation = consultations.find(new ConsultationNumber(number));
        SuggestionFilter filter = SuggestionFilter.of(
                consultation.number(),
                asked.clause(),
                asked.channel(),
                asked.station(),
                asked.timing(),
                asked.state(),
                asked.words());
        model.addAttribute("collected", suggestions.count(consultation.number()));
        model.addAttribute("carried", carried.count(consultation.number()));
        SuggestionList.Page<SuggestionList.Line> shown = list.page(filter, asked.number());
        model.addAttribute("page", shown);
        model.addAttribute("late", list.late(consultation.number()));
        marks(consultation.number(), shown.items(), model);
        model.addAttribute("names", collectors(shown.items().stream()));
        model.addAttribute("commented", list.commented(consultation.number()));
        model.addAttribute("stations", list.stations(consultation.number()));
        model.addAttribute("channels", Channel.values());
        model.addAttribute("timings", Timing.values());
        model.addAttribute("states", SuggestionFilter.State.values());
        model.addAttribute("filter", filter);
        model.addAttribute("asked", asked);
        return "suggestion/list";
    }

    @GetMapping("/{id:\\d{1,18}}")
    String one(@PathVariable String number, @PathVariable long id, Model model) {
        Consultation consultation = consultations.find(new ConsultationNumber(number));
        SuggestionList.Detail detail = list.detail(consultation.number(), new SuggestionId(id))
                .orElseThrow(() -> new NotFound("这次征询里没有这条意见，请从意见列表中选择。"));
        model.addAttribute("detail", detail);
        model.addAttribute("arrival", arrivals.of(List.of(id)).get(id));
        model.addAttribute("arrivalReasons", arrivals.reasons(id));
        model.addAttribute("line", histories.of(detail.suggestion()));
        model.addAttribute("correctable", correctable(detail.suggestion(), consultation));
        model.addAttribute("collector", detail.collector() == null ? null : users.nameOf(detail.collector()));
        model.addAttribute(
                "origin",
                origins.of(consultation.number(), detail.suggestion().submission())
                        .orElse(null));
        return "suggestion/detail";
    }

    /** Whether the office took it down and may still correct it. */
    private boolean correctable(Suggestion suggestion, Consultation consultation) {
        return !suggestion.channel().own() && closing.changeable(consultation, clock.instant());
    }

    /** What stands beside a suggestion in a list: whether it is looked at, and how many files came with it. */
    private void marks(ConsultationNumber number, List<SuggestionList.Line> lines, Model model) {
        model.addAttribute(
                "arrivals",
                arrivals.of(lines.stream().map(line -> line.id().value()).toList()));
        model.addAttribute(
                "fileCounts",
                attachments.counts(
                        lines.stream().map(SuggestionList.Line::submission).collect(Collectors.toSet())));
        model.addAttribute("filesUsed", attachments.usedPercent(number));
    }

    /** Accounts' names by their ids, and names as they were typed by themselves. */
    private Map<String, String> collectors(Stream<SuggestionList.Line> lines) {
        return lines.map(SuggestionList.Line::collector)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), users::nameOf));
    }
}
