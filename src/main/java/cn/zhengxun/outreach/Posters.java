package cn.zhengxun.outreach;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Station;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.draft.Visibility;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The posters of a consultation: a code for each station and one of the office, and what each of them brought. */
@Service
@Transactional
class Posters {
    private final Invitations invitations;
    private final OpenChannelRows channels;
    private final PosterReads reads;
    private final PosterHarvest harvest;
    private final Consultations consultations;
    private final Directory directory;
    private final Links links;
    private final CurrentActor actor;
    private final AuditTrail audit;
    private final Clock clock;

    Posters(
            Invitations invitations,
            OpenChannelRows channels,
            PosterReads reads,
            PosterHarvest harvest,
            Consultations consultations,
            Directory directory,
            Links links,
            CurrentActor actor,
            AuditTrail audit,
            Clock clock) {
        this.invitations = invitations;
        this.channels = channels;
        this.reads = reads;
        this.harvest = harvest;
        this.consultations = consultations;
        this.directory = directory;
        this.links = links;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One code with its counts, or a place without a code.
     *
     * @param station null for the office
     * @param code null where there is none yet
     * @param closed null while the code is in use
     */
    record Line(Station station, String code, ClosedChannel closed, int reads, PosterHarvest.Yield yield) {}

    /** @param lines the office's first, then the stations'; @param closed codes out of use, the latest first */
    record Board(List<Line> lines, List<Line> closed) {
        public boolean incomplete() {
            return lines.stream().anyMatch(line -> line.code() == null);
        }

        public boolean any() {
            return lines.stream().anyMatch(line -> line.code() != null);
        }
    }

    /** Without any line for an internal consultation, which has no posters. */
    @Transactional(readOnly = true)
    public Board board(ConsultationNumber number) {
        if (consultations.find(number).visibility() == Visibility.INTERNAL) {
            return new Board(List.of(), List.of());
        }
        Map<String, Integer> times = reads.of(number);
        Map<String, PosterHarvest.Yield> yields = harvest.of(number);
        List<Station> stations = directory.stations();
        List<OpenChannel> open = channels.of(number);
        Set<StationId> coded =
                open.stream().map(OpenChannel::station).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<StationId, Station> byId = stations.stream().collect(Collectors.toMap(Station::id, Function.identity()));
        List<Station> places = new ArrayList<>();
        places.add(null);
        stations.stream()
                .filter(station -> station.active() || coded.contains(station.id()))
                .forEach(places::add);
        List<Line> lines = new ArrayList<>();
        for (Station place : places) {
            List<OpenChannel> theirs = open.stream()
                    .filter(one -> Objects.equals(one.station(), place == null ? null : place.id()))
                    .toList();
            if (theirs.isEmpty()) {
                lines.add(new Line(place, null, null, 0, PosterHarvest.Yield.NONE));
            }
            theirs.forEach(one -> lines.add(line(place, one.code(), null, times, yields)));
        }
        List<Line> closed = channels.closedOf(number).stream()
                .map(one ->
                        line(one.station() == null ? null : byId.get(one.station()), one.code(), one, times, yields))
                .toList();
        return new Board(lines, closed);
    }

    private static Line line(
            Station place,
            String code,
            ClosedChannel closed,
            Map<String, Integer> times,
            Map<String, PosterHarvest.Yield> yields) {
        return new Line(
                place, code, closed, times.getOrDefault(code, 0), yields.getOrDefault(code, PosterHarvest.Yield.NONE));
    }

    /**
     * What is printed, the office's first.
     *
     * @param only null for all; otherwise one code
     * @throws RuleViolation for an internal consultation, or where no code is in use
     */
    @Transactional(readOnly = true)
    public List<Poster> print(ConsultationNumber number, String only) {
        requirePublic(consultations.find(number));
        List<Poster> posters = board(number).lines().stream()
                .filter(line ->
                        line.code() != null && (only == null || line.code().equals(only)))
                .map(line -> new Poster(line.station(), line.code(), QrCode.of(links.open(line.code()))))
                .toList();
        if (posters.isEmpty()) {
            throw new RuleViolation(
                    only == null ? "还没有一个站点开通扫码。请先回到“站点”页，按“给没有海报的站点开通”。" : "这个码没有在用，不能再印。请回到“站点”页选择正在用的海报。");
        }
        return posters;
    }

    /** @return how many codes are new @throws RuleViolation for an internal consultation */
    public int open(OpenPosters command) {
        ConsultationNumber number = command.consultation();
        requirePublic(consultations.find(number));
        List<Line> missing = board(number).lines().stream()
                .filter(line -> line.code() == null)
                .toList();
        missing.forEach(line -> invitations.openChannel(
                number, line.station() == null ? null : line.station().id(), OpenChannel.freshCode()));
        audit.record(command, number.value(), Map.of("opened", missing.size()));
        return missing.size();
    }

    /** @return the new code, where one was asked for @throws NotFound @throws RuleViolation for a code out of use */
    public Optional<OpenChannel> retire(RetirePoster command) {
        OpenChannel old = channels.find(command.code()).orElseThrow(() -> retired(command.code()));
        if (!channels.close(
                old.code(), clock.instant(), actor.id(), command.reason().strip())) {
            throw retired(command.code());
        }
        audit.record(command, old.consultation().value(), Map.of("code", old.code(), "replaced", command.replace()));
        return command.replace()
                ? Optional.of(invitations.openChannel(old.consultation(), old.station(), OpenChannel.freshCode()))
                : Optional.empty();
    }

    private RuleViolation retired(String code) {
        return channels.findClosed(code)
                .map(closed -> new RuleViolation("这张海报已经停用过了，不用再停用。"))
                .orElseGet(() -> new NotFound("没有这张海报，请从列表中选择。"));
    }

    private static void requirePublic(Consultation consultation) {
        if (consultation.visibility() == Visibility.INTERNAL) {
            throw new RuleViolation("内部草案不印海报，也不开放扫码，只能发给名单上的人。");
        }
    }
}
