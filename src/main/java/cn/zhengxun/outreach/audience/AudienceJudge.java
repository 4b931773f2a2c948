package cn.zhengxun.outreach.audience;

import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.Station;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.audience.AudienceExpression.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Weighs everyone of the directory against an expression, with a reason for each. */
@Component
class AudienceJudge {
    /** The column's width. */
    private static final int LONGEST_REASON = 300;

    private final Directory directory;
    private final Clock clock;

    AudienceJudge(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** @param gaps what was asked for and nobody in office has, or nobody who may be chosen by it */
    record Verdict(List<AudienceMember> members, List<String> gaps) {}

    Verdict judge(AudienceExpression expression) {
        Map<StationId, String> stations =
                directory.stations().stream().collect(Collectors.toMap(Station::id, Station::name));
        LocalDate today = Shanghai.dateOf(clock.instant());
        List<AudienceMember> members = new ArrayList<>();
        Set<String> missingTags = new HashSet<>(expression.wantedTags());
        Set<String> missingStations = new HashSet<>(expression.wantedStations());
        for (Informant informant : directory.allInformants()) {
            Person person = new Person(
                    informant.tags(),
                    informant.station() == null ? null : stations.get(informant.station()),
                    informant.profilingRefused());
            AudienceMember member = judge(expression, informant, person, today);
            members.add(member);
            if (obstacle(informant, today).isEmpty()) {
                missingStations.remove(person.station());
                if (!person.profilingRefused()) {
                    missingTags.removeAll(person.tags());
                }
            }
        }
        List<String> gaps = new ArrayList<>();
        missingTags.stream().sorted().forEach(tag -> gaps.add("标签“" + tag + "”"));
        missingStations.stream().sorted().forEach(station -> gaps.add("站点“" + station + "”"));
        return new Verdict(members, gaps);
    }

    private static AudienceMember judge(
            AudienceExpression expression, Informant informant, Person person, LocalDate today) {
        Optional<String> obstacle = obstacle(informant, today);
        if (obstacle.isPresent()) {
            return new AudienceMember(informant.id(), false, obstacle.get());
        }
        return switch (expression.answer(person)) {
            case YES ->
                new AudienceMember(informant.id(), true, shortened("因" + String.join("、", expression.grounds(person))));
            case NO -> new AudienceMember(informant.id(), false, "不符合推送条件");
            case UNKNOWN -> new AudienceMember(informant.id(), false, "本人拒绝按标签推送，可改按站点联系");
        };
    }

    /** Why a person is not to be asked at all, whatever the expression says. */
    private static Optional<String> obstacle(Informant informant, LocalDate today) {
        if (!informant.active()) {
            return Optional.of("已停用");
        }
        boolean expired =
                informant.termEndsOn() != null && informant.termEndsOn().isBefore(today);
        return expired ? Optional.of("任期已满") : Optional.empty();
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON - 1) + "…";
    }
}
