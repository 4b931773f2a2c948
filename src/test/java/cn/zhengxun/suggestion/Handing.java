package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.outreach.InvitationId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Builds commands for tests: a resident's on-time suggestion, changed where a test says so. */
public record Handing(
        ConsultationNumber consultation,
        String key,
        Channel channel,
        InvitationId invitation,
        InformantId informant,
        String name,
        String contact,
        List<SubmitSuggestions.Item> items) {

    public static Handing to(ConsultationNumber consultation) {
        return new Handing(
                consultation, UUID.randomUUID().toString(), Channel.QR_CODE, null, null, null, null, List.of());
    }

    public Handing key(String other) {
        return new Handing(consultation, other, channel, invitation, informant, name, contact, items);
    }

    public Handing by(InformantId person) {
        return new Handing(consultation, key, Channel.MEETING, invitation, person, name, contact, items);
    }

    public Handing over(InvitationId link) {
        return new Handing(consultation, key, Channel.PERSONAL_LINK, link, null, name, contact, items);
    }

    public Handing by(String person, String address) {
        return new Handing(consultation, key, channel, invitation, informant, person, address, items);
    }

    public Handing saying(ClauseId clause, String original) {
        return saying(clause, original, null, null);
    }

    public Handing saying(ClauseId clause, String original, String proposed, String reason) {
        List<SubmitSuggestions.Item> more = new ArrayList<>(items);
        more.add(new SubmitSuggestions.Item(clause, SuggestionKind.SUBSTANCE, original, proposed, reason));
        return new Handing(consultation, key, channel, invitation, informant, name, contact, List.copyOf(more));
    }

    public SubmitSuggestions command() {
        return new SubmitSuggestions(
                consultation,
                key,
                channel,
                invitation,
                informant,
                null,
                null,
                false,
                true,
                name,
                contact,
                null,
                null,
                null,
                true,
                false,
                false,
                items);
    }
}
