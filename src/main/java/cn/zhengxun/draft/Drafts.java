package cn.zhengxun.draft;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.clause.ParsedDraft;
import cn.zhengxun.draft.clause.UnreadableDraft;
import cn.zhengxun.draft.file.DraftFile;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Drafts as received, and their clause trees. */
@Service
@Transactional
public class Drafts {
    private final DraftRows rows;
    private final NewBills newBills;
    private final Mappings mappings;
    private final DraftUses uses;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final Clock clock;

    Drafts(
            DraftRows rows,
            NewBills newBills,
            Mappings mappings,
            DraftUses uses,
            AuditTrail audit,
            CurrentActor actor,
            Clock clock) {
        this.rows = rows;
        this.newBills = newBills;
        this.mappings = mappings;
        this.uses = uses;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** @throws UnreadableDraft (a RuleViolation) where the file is empty, over 10 MB, unsupported, unreadable, or holds no 条 */
    public DraftId importDraft(ImportDraft command) {
        ClauseTree tree =
                DraftReader.read(command.fileName(), command.content()).tree();
        Instant now = now();
        BillId bill = rows.billTitled(command.bill()).orElseGet(() -> newBills.titled(command.bill(), now));
        String sha256 = sha256(command.content());
        String mediaType = DraftFile.mediaType(command.fileName(), command.content());
        DraftId draft = rows.insertDraft(bill, command, mediaType, sha256, now, actor.id());
        rows.insertClauses(draft, tree);
        audit.record(
                command,
                null,
                Map.of(
                        "draft", draft.value(),
                        "bill", bill.value(),
                        "sha256", sha256,
                        "articles", tree.articles().size(),
                        "clauses", tree.clauses().size()));
        return draft;
    }

    /**
     * The first confirmation stands: a further one changes and records nothing.
     *
     * @throws NotFound where there is no such draft
     */
    public void confirm(ConfirmStructure command) {
        Draft draft = find(command.draft());
        if (rows.confirm(draft.id(), now(), actor.id())) {
            mappings.confirmed(draft.id());
            audit.record(command, null, Map.of("draft", draft.id().value()));
        }
    }

    /** @throws RuleViolation where the library has the very same words as this reading of the bill already */
    @Transactional(readOnly = true)
    public void requireNew(ImportDraft command) {
        rows.billTitled(command.bill())
                .flatMap(bill -> rows.sameFile(bill, command.reading(), sha256(command.content())))
                .ifPresent(same -> {
                    throw new RuleViolation(
                            "“" + command.bill() + "”的“" + command.reading() + "”已经有一份一模一样的文件，没有再导入。请到法案库里查看。");
                });
    }

    /** @throws RuleViolation where a consultation on the draft decides who may read it */
    public void changeVisibility(ChangeVisibility command) {
        Draft draft = find(command.draft());
        if (draft.visibility() == command.visibility()) {
            return;
        }
        if (!uses.of(List.of(draft.id())).isEmpty()) {
            throw new RuleViolation("这份文本正用于征询，公开还是内部由征询登记时决定，不能在这里改。");
        }
        rows.setVisibility(draft.id(), command.visibility());
        audit.record(
                command,
                null,
                Map.of(
                        "draft", draft.id().value(),
                        "visibility", command.visibility().name()));
    }

    /**
     * Says that a better file of the same reading came: the old one no longer counts among the bill's texts. Part of the
     * command that brought the new file, and audited there.
     */
    public void replaced(DraftId old, DraftId by) {
        rows.setReplaced(old, by);
    }

    /** @throws NotFound where there is no such draft */
    @Transactional(readOnly = true)
    public Draft find(DraftId id) {
        return rows.find(id).orElseThrow(() -> missing(id));
    }

    /** @return the file as it was received; @throws NotFound where there is no such draft */
    @Transactional(readOnly = true)
    public byte[] file(DraftId id) {
        return rows.file(id).orElseThrow(() -> missing(id));
    }

    /** @throws NotFound where there is no such draft */
    @Transactional(readOnly = true)
    public ClauseTree clauses(DraftId id) {
        ClauseTree tree = new ClauseTree(rows.clauses(id));
        if (tree.clauses().isEmpty()) {
            throw missing(id);
        }
        return tree;
    }

    /**
     * Reads a file and stores nothing.
     *
     * @throws UnreadableDraft as {@link #importDraft}
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public ParsedDraft parse(String fileName, byte[] content) {
        return DraftReader.read(fileName, content);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    static NotFound missing(DraftId id) {
        return new NotFound("没有编号为" + id.value() + "的草案。");
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
