package cn.zhengxun.adoption;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.outreach.mail.MailStatus;
import cn.zhengxun.outreach.mail.Outbox;
import cn.zhengxun.outreach.mail.Reach;
import cn.zhengxun.outreach.mail.Recipient;
import cn.zhengxun.suggestion.Contributor;
import cn.zhengxun.suggestion.Suggestion;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.suggestion.Suggestions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One letter a contributor: written once, mailed or printed, and read back with the outcomes it tells. */
@Component
class Letters {
    /** The revision of the first publication. */
    static final int FIRST = 1;

    private final LetterRows rows;
    private final OutcomeRows outcomes;
    private final Suggestions suggestions;
    private final Directory directory;
    private final Outbox outbox;
    private final Reach reach;

    Letters(
            LetterRows rows,
            OutcomeRows outcomes,
            Suggestions suggestions,
            Directory directory,
            Outbox outbox,
            Reach reach) {
        this.rows = rows;
        this.outcomes = outcomes;
        this.suggestions = suggestions;
        this.directory = directory;
        this.outbox = outbox;
        this.reach = reach;
    }

    /** @param letters new ones; @param mails queued ones among them */
    record Written(int letters, int mails) {}

    /** Writes the letters that are missing and queues their mail. Again writes and queues nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    Written write(ConsultationNumber number, Instant at) {
        Map<Contributor, List<Suggestion>> contributors = suggestions.byContributor(number);
        Set<InformantId> reachable = reachable(contributors.keySet());
        Set<Object> answered = rows.of(number, FIRST).stream()
                .map(letter -> addressee(letter.informant(), letter.submission()))
                .collect(Collectors.toSet());
        int letters = 0;
        int mails = 0;
        for (Map.Entry<Contributor, List<Suggestion>> entry : contributors.entrySet()) {
            Contributor person = entry.getKey();
            if (!answered.add(addressee(person.informant(), person.submission()))) {
                continue;
            }
            boolean mail = person.informant() != null && reachable.contains(person.informant());
            rows.insert(
                    number,
                    person.informant(),
                    person.informant() == null ? person.submission() : null,
                    FIRST,
                    mail ? Letter.Delivery.MAIL : Letter.Delivery.PRINT,
                    at,
                    entry.getValue());
            letters++;
            if (mail
                    && outbox.queue(
                            "outcome:" + number,
                            number,
                            Recipient.informant(person.informant()),
                            OutcomeMail.TEMPLATE,
                            FIRST)) {
                mails++;
            }
        }
        return new Written(letters, mails);
    }

    /** @param printOnly only those that nobody gets by mail: also where the mail failed or came back since */
    @Transactional(readOnly = true)
    List<Letter> of(ConsultationNumber number, boolean printOnly) {
        Map<Object, Map.Entry<Contributor, List<Suggestion>>> people =
                suggestions.byContributor(number).entrySet().stream()
                        .collect(Collectors.toMap(
                                e -> addressee(
                                        e.getKey().informant(), e.getKey().submission()),
                                e -> e));
        Map<Long, Set<SuggestionId>> items = rows.items(number, FIRST);
        Map<SuggestionId, Outcome> judged = outcomes.of(number);
        Set<Recipient> failed = failed(number);
        List<Letter> letters = new ArrayList<>();
        for (LetterRows.Written letter : rows.of(number, FIRST)) {
            var person = people.get(addressee(letter.informant(), letter.submission()));
            Letter.Delivery delivery =
                    letter.informant() != null && failed.contains(Recipient.informant(letter.informant()))
                            ? Letter.Delivery.PRINT
                            : letter.delivery();
            if (person == null || (printOnly && delivery != Letter.Delivery.PRINT)) {
                continue;
            }
            letters.add(new Letter(
                    letter.id(),
                    number,
                    letter.informant(),
                    letter.submission(),
                    delivery,
                    letter.writtenAt(),
                    person.getKey().name(),
                    person.getKey().receipt(),
                    answers(person.getValue(), items.getOrDefault(letter.id(), Set.of()), judged)));
        }
        return letters;
    }

    /** What the informant's letter tells, by number. */
    @Transactional(readOnly = true)
    List<Letter.Answer> answersTo(ConsultationNumber number, InformantId informant, int revision) {
        Set<SuggestionId> items = rows.itemsOf(number, informant, revision);
        return answers(suggestions.ofInformant(informant), items, outcomes.published(items));
    }

    private static List<Letter.Answer> answers(
            List<Suggestion> theirs, Set<SuggestionId> items, Map<SuggestionId, Outcome> judged) {
        return theirs.stream()
                .filter(suggestion -> items.contains(suggestion.id()) && judged.containsKey(suggestion.id()))
                .sorted(Comparator.comparing(Suggestion::number, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(suggestion -> suggestion.id().value()))
                .map(suggestion -> new Letter.Answer(suggestion, judged.get(suggestion.id())))
                .toList();
    }

    private Set<Recipient> failed(ConsultationNumber number) {
        return outbox.latest("outcome:" + number).entrySet().stream()
                .filter(mail -> mail.getValue().status() == MailStatus.FAILED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Set<InformantId> reachable(Set<Contributor> contributors) {
        Set<InformantId> informants = contributors.stream()
                .map(Contributor::informant)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return directory.informants(informants).stream()
                .filter(reach::reaches)
                .map(Informant::id)
                .collect(Collectors.toSet());
    }

    private static Object addressee(InformantId informant, Long submission) {
        return informant == null ? submission : informant;
    }
}
