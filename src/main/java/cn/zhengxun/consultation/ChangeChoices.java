package cn.zhengxun.consultation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Tasklist's form 变更办理 offers: each consultation with the changes that its state allows. */
@RestController
class ChangeChoices {
    private final Consultations consultations;
    private final MessageSource messages;

    ChangeChoices(Consultations consultations, MessageSource messages) {
        this.consultations = consultations;
        this.messages = messages;
    }

    record Choice(String number, String title, List<Possible> changes) {}

    /** @param consequences what the change does, in the words of its page */
    record Possible(String kind, String name, String consequences) {}

    /** The newest first. */
    @GetMapping("/staff/changes.json")
    @PreAuthorize("hasAuthority('staff')")
    List<Choice> choices(Locale locale) {
        return consultations.list().stream()
                .map(one -> new Choice(one.number().value(), one.title(), possible(one, locale)))
                .filter(choice -> !choice.changes().isEmpty())
                .toList();
    }

    private List<Possible> possible(Consultation consultation, Locale locale) {
        return Arrays.stream(Change.values())
                .filter(change -> change.possibleFor(consultation))
                .map(change -> new Possible(change.path(), text(change, "", locale), text(change, ".text", locale)))
                .toList();
    }

    private String text(Change change, String part, Locale locale) {
        return messages.getMessage("consultation.change." + change.path() + part, null, locale);
    }
}
