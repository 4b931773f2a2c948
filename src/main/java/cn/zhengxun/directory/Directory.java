package cn.zhengxun.directory;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who can be asked. */
@Service
@Transactional
public class Directory {
    private static final int COORDINATORS = 100;

    private final InformantRows informants;
    private final TagRows tags;
    private final StationRows stations;
    private final ExpertRows experts;
    private final AuditTrail audit;
    private final RecordRows records;
    private final Clock clock;

    Directory(
            InformantRows informants,
            TagRows tags,
            StationRows stations,
            ExpertRows experts,
            AuditTrail audit,
            RecordRows records,
            Clock clock) {
        this.informants = informants;
        this.tags = tags;
        this.stations = stations;
        this.experts = experts;
        this.audit = audit;
        this.records = records;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Optional<Informant> informant(InformantId id) {
        return informants.find(id);
    }

    /** In one query each thousand; unknown ids are left out. */
    @Transactional(readOnly = true)
    public List<Informant> informants(Collection<InformantId> ids) {
        return informants.find(ids);
    }

    /** To tell which of the people of these names is meant; also those who take part no more. */
    @Transactional(readOnly = true)
    public NamedPeople named(Collection<String> names) {
        return new NamedPeople(informants.named(names));
    }

    /** How many are in office at each station; stations of nobody are left out. */
    @Transactional(readOnly = true)
    Map<StationId, Long> members() {
        return informants.members();
    }

    /** The first hundred who may lead the station, its own people first; station and chosen may be null. */
    @Transactional(readOnly = true)
    List<Informant> coordinators(StationId station, InformantId chosen, String words) {
        return informants.coordinators(station, chosen, words.strip(), COORDINATORS);
    }

    /** Also those who take part no more. */
    @Transactional(readOnly = true)
    public List<Informant> allInformants() {
        return informants.all();
    }

    /** One page of those who match, by name. */
    @Transactional(readOnly = true)
    public InformantSearch.Page search(InformantSearch search) {
        return informants.search(search, Shanghai.dateOf(clock.instant()));
    }

    @Transactional(readOnly = true)
    public List<Station> stations() {
        return stations.all();
    }

    @Transactional(readOnly = true)
    public Optional<Station> station(StationId id) {
        return stations.find(id);
    }

    @Transactional(readOnly = true)
    public List<Expert> experts() {
        return experts.all();
    }

    @Transactional(readOnly = true)
    public Optional<Expert> expertOfUser(String userId) {
        return experts.ofUser(userId);
    }

    /** All tag names by family, for the audience form. */
    @Transactional(readOnly = true)
    public Map<String, List<String>> tags() {
        return tags.byFamily();
    }

    public InformantId add(AddInformant command) {
        requireStation(command.details().station());
        InformantId id = informants.insert(command.details());
        if (command.details().profilingRefused()) {
            keepProfilingDecision(id, true);
        }
        informants.replaceTags(id, tags.idsOf(command.details().tags()));
        audit.record(command, null, Map.of("informant", id.value()));
        return id;
    }

    /** @throws NotFound */
    public void change(ChangeInformant command) {
        informants.lock(List.of(command.id()));
        Informant before = informant(command.id()).orElseThrow(Directory::unknownInformant);
        requireStation(command.details().station());
        requireUnmerged(command.id(), command.active());
        requireUnerased(command.id());
        if (before.profilingRefused() != command.details().profilingRefused()) {
            keepProfilingDecision(command.id(), command.details().profilingRefused());
        }
        informants.update(command.id(), command.details(), command.active());
        informants.replaceTags(command.id(), tags.idsOf(command.details().tags()));
        audit.record(command, null, Map.of("informant", command.id().value(), "active", command.active()));
    }

    /** @throws NotFound */
    public void deactivate(DeactivateInformant command) {
        requireInformant(command.id());
        informants.deactivate(command.id());
        audit.record(command, null, Map.of("informant", command.id().value()));
    }

    /** @throws NotFound @throws RuleViolation for an entry that was merged into another */
    public void reactivate(ReactivateInformant command) {
        requireInformant(command.id());
        requireUnmerged(command.id(), true);
        informants.reactivate(command.id());
        audit.record(command, null, Map.of("informant", command.id().value()));
    }

    /** By the person; tags, name, station and term stay as they are. @throws NotFound */
    public void correct(CorrectOwnDetails command) {
        informants.lock(List.of(command.id()));
        requireUnerased(command.id());
        Informant kept = informant(command.id()).orElseThrow(Directory::unknownInformant);
        informants.update(command.id(), command.in(kept), kept.active());
        audit.record(command, null, Map.of("informant", command.id().value()));
    }

    /** To be asked with the entry locked, since it may be erased while a page with its fields stands open. */
    private void requireUnerased(InformantId id) {
        if (informants.erased(id)) {
            throw new RuleViolation("这个人的个人信息已经依法删除，这一条不能再填写；本人重新加入时请另行登记。");
        }
    }

    /**
     * Mail to this person is not worth sending until the address is changed.
     *
     * @throws NotFound
     */
    public void mailFailed(MailFailed command) {
        requireInformant(command.informant());
        informants.mailFailed(command.informant(), command.sentence().strip(), clock.instant());
        audit.record(command, null, Map.of("informant", command.informant().value()));
    }

    /** @throws RuleViolation where the name is taken */
    public StationId add(AddStation command) {
        requireFreeStationName(command.name(), null);
        requireInformant(command.coordinator());
        StationId id = stations.insert(command);
        audit.record(command, null, Map.of("station", id.value()));
        return id;
    }

    /** @throws NotFound @throws RuleViolation where the name is taken */
    public void change(ChangeStation command) {
        requireStation(command.id());
        requireFreeStationName(command.name(), command.id());
        requireInformant(command.coordinator());
        stations.update(command);
        audit.record(command, null, Map.of("station", command.id().value(), "active", command.active()));
    }

    /** @throws RuleViolation where the account belongs to another expert */
    public ExpertId add(AddExpert command) {
        requireFreeAccount(command.userId(), null);
        ExpertId id = experts.insert(command);
        audit.record(command, null, Map.of("expert", id.value()));
        return id;
    }

    /** @throws NotFound @throws RuleViolation where the account belongs to another expert */
    public void change(ChangeExpert command) {
        requireFreeAccount(command.userId(), command.id());
        if (experts.update(command) == 0) {
            throw new NotFound("名录中没有这位专家，请从列表中选择。");
        }
        audit.record(command, null, Map.of("expert", command.id().value(), "active", command.active()));
    }

    private void requireInformant(InformantId id) {
        if (id != null && informant(id).isEmpty()) {
            throw unknownInformant();
        }
    }

    private static NotFound unknownInformant() {
        return new NotFound("名录中没有这位信息员，请从列表中选择。");
    }

    private void requireUnmerged(InformantId id, boolean active) {
        if (active && informants.mergedInto(id).isPresent()) {
            throw new RuleViolation("这一条已并入同一个人的另一条，不能恢复在任；请在那一条上修改。");
        }
    }

    /** The box on the form is a decision of the person's, so it belongs into the history of consents. */
    private void keepProfilingDecision(InformantId id, boolean refused) {
        records.insert(new RecordConsent(
                id,
                ConsentKind.PROFILING,
                !refused,
                Shanghai.dateOf(clock.instant()),
                ConsentKind.PROFILING.wording()));
    }

    private void requireStation(StationId id) {
        if (id != null && station(id).isEmpty()) {
            throw new NotFound("名录中没有这个站点，请从列表中选择。");
        }
    }

    private void requireFreeStationName(String name, StationId own) {
        stations.named(name.strip()).filter(other -> !other.id().equals(own)).ifPresent(other -> {
            throw new RuleViolation("已有同名站点“" + other.name() + "”，请换一个名称或修改原有站点。");
        });
    }

    private void requireFreeAccount(String userId, ExpertId own) {
        experts.ofUser(userId.strip()).filter(other -> !other.id().equals(own)).ifPresent(other -> {
            throw new RuleViolation("登录账号“" + other.userId() + "”已属于另一位专家，请核对后再填。");
        });
    }
}
