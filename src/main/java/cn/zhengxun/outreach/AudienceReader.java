package cn.zhengxun.outreach;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.audience.Audience;
import cn.zhengxun.outreach.audience.Audiences;
import cn.zhengxun.outreach.audience.ListSearch;
import cn.zhengxun.outreach.audience.ListedPeople;
import cn.zhengxun.outreach.audience.ListedPerson;
import cn.zhengxun.outreach.mail.Reach;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the audience page shows: the list and the directory. */
@Component
@Transactional(readOnly = true)
class AudienceReader {
    private final Audiences audiences;
    private final Directory directory;
    private final Users users;
    private final Reach reach;

    AudienceReader(Audiences audiences, Directory directory, Users users, Reach reach) {
        this.audiences = audiences;
        this.directory = directory;
        this.users = users;
        this.reach = reach;
    }

    AudienceView read(ConsultationNumber number, ListSearch search) {
        Audience audience = audiences.find(number).orElse(null);
        ListedPeople page = audiences.page(number, search);
        List<String> gaps = audience == null || audience.frozen()
                ? List.of()
                : audiences.preview(audience.expression()).gaps();
        return new AudienceView(
                audience,
                audience == null || !audience.frozen() ? null : Shanghai.minute(audience.frozenAt()),
                audience == null || !audience.frozen() ? null : nameOf(audience.frozenBy()),
                audiences.tally(number),
                gaps,
                rows(page.people()),
                search,
                page.total(),
                page.page(),
                page.pages());
    }

    private List<AudienceView.Row> rows(List<ListedPerson> members) {
        Map<InformantId, Informant> people =
                directory
                        .informants(
                                members.stream().map(ListedPerson::informant).toList())
                        .stream()
                        .collect(Collectors.toMap(Informant::id, Function.identity()));
        return members.stream()
                .map(member -> new AudienceView.Row(
                        member.informant(),
                        member.name(),
                        member.station(),
                        member.included(),
                        member.reason(),
                        member.asked(),
                        reach.reaches(people.get(member.informant()))))
                .toList();
    }

    private String nameOf(String actor) {
        return actor.equals(CurrentActor.SYSTEM) ? "系统" : users.nameOf(actor);
    }
}
