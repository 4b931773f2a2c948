package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.kernel.NotFound;
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
    private final OwnRecords records;
    private final CarriedSuggestions carried;
    private final Consultations consultations;

    SuggestionPages(
            Suggestions suggestions,
            SuggestionList list,
            OwnRecords records,
            CarriedSuggestions carried,
            Consultations consultations) {
        this.records = records;
        this.suggestions = suggestions;
        this.list = list;
        this.carried = carried;
        this.consultations = consultations;
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
        model.addAttribute("page", list.page(filter, Math.max(page, 1), SuggestionList.PAGE));
        model.addAttribute(
                "late", list.page(filter.lateOnes(), 1, Integer.MAX_VALUE).items());
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
        model.addAttribute("line", records.history(detail.suggestion()));
        model.addAttribute("correctable", records.correctable(detail.suggestion()));
        return "suggestion/detail";
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
