package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.draft.clause.ClauseId;
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
import org.springframework.web.bind.annotation.RequestParam;

/** What came in on one consultation, word for word, for those who work with it. */
@Controller
@RequestMapping("/consultations/{number}/suggestions")
@PreAuthorize("hasAnyAuthority('staff', 'director', 'leader')")
class SuggestionPages {
    /** The filter's word for suggestions on the draft as a whole. */
    private static final String WHOLE = "whole";

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

    @GetMapping
    String list(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String clause,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Consultation consultation = consultations.find(new ConsultationNumber(number));
        SuggestionList.Filter filter = new SuggestionList.Filter(
                consultation.number(),
                clause.equals(WHOLE),
                clause.matches("\\d{1,18}") ? new ClauseId(Long.parseLong(clause)) : null,
                channel(channel),
                false);
        model.addAttribute("collected", suggestions.count(consultation.number()));
        model.addAttribute("carried", carried.count(consultation.number()));
        SuggestionList.Page<SuggestionList.Line> shown = list.page(filter, Math.max(page, 1), SuggestionList.PAGE);
        List<SuggestionList.Line> late =
                list.page(filter.lateOnes(), 1, Integer.MAX_VALUE).items();
        model.addAttribute("page", shown);
        model.addAttribute("late", late);
        marks(
                consultation.number(),
                Stream.concat(shown.items().stream(), late.stream()).toList(),
                model);
        model.addAttribute("names", collectors(Stream.concat(shown.items().stream(), late.stream())));
        model.addAttribute("commented", list.commented(consultation.number()));
        model.addAttribute("channels", Channel.values());
        model.addAttribute("clause", clause);
        model.addAttribute("channel", channel);
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

    private static Channel channel(String name) {
        for (Channel channel : Channel.values()) {
            if (channel.name().equals(name)) {
                return channel;
            }
        }
        return null;
    }
}
