package cn.zhengxun.collation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.suggestion.SuggestionId;
import java.util.List;

/**
 * The form that treats several suggestions alike, as it was sent.
 *
 * @param selected one entry for each tick: the suggestion's id, "@", and the time of the decision that was seen, if any
 */
record BulkForm(List<String> selected, String decision, String reason, String routedTo, String groupTitle) {

    BulkForm {
        selected = selected == null ? List.of() : List.copyOf(selected);
    }

    static BulkForm empty() {
        return new BulkForm(List.of(), "", null, null, null);
    }

    /** Entries that name no suggestion are left out. */
    List<ScreenSuggestions.Seen> seen() {
        return selected.stream()
                .map(entry -> entry.split("@", 2))
                .filter(parts -> parts[0].matches("\\d{1,18}"))
                .map(parts -> new ScreenSuggestions.Seen(
                        new SuggestionId(Long.parseLong(parts[0])),
                        ScreeningForm.instant(parts.length < 2 ? null : parts[1])))
                .toList();
    }

    List<Long> ids() {
        return seen().stream().map(seen -> seen.suggestion().value()).toList();
    }

    ScreenSuggestions screen(ConsultationNumber number) {
        return new ScreenSuggestions(
                number, seen(), ScreeningForm.named(Decision.class, decision), reason, routedTo, groupTitle);
    }

    GroupSuggestions group(ConsultationNumber number) {
        return new GroupSuggestions(
                number,
                groupTitle,
                seen().stream().map(ScreenSuggestions.Seen::suggestion).toList());
    }
}
