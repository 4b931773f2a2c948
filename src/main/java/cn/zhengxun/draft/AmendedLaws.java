package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.Amendment;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The instructions of an amending text beside the articles of the laws in force that they speak of, where the library
 * holds such a law as 公布文本. The template draft/amendments.html shows what {@link #of} returns.
 */
@Service
@Transactional(readOnly = true)
public class AmendedLaws {
    private static final Pattern IN_TITLE = Pattern.compile("(?:修改|修订|修正)[^《〈]{0,20}[《〈](.{2,80}?)[》〉]|(.{2,60}?)修正案");
    private static final String STATE = "中华人民共和国";

    /**
     * An article as it is in force.
     *
     * @param text its 款 and 项, a line each
     */
    public record InForce(DraftId draft, ClauseId article, String label, String text) {}

    /**
     * One instruction and what it changes.
     *
     * @param summary 修改第三条; empty where the words are no instruction
     * @param law the amended law as it is titled in the library, else as the amending text names it; null where unknown
     * @param missing why there are no articles: new (it only adds), no-law or no-article; null where there are some
     */
    public record Pair(
            Clause amendment, String summary, String text, String law, List<InForce> articles, String missing) {}

    private final Drafts drafts;
    private final LawsInForce laws;

    AmendedLaws(Drafts drafts, LawsInForce laws) {
        this.drafts = drafts;
        this.laws = laws;
    }

    /**
     * @return a pair for each instruction of the draft in reading order; empty where the draft amends nothing
     * @throws cn.zhengxun.kernel.NotFound where there is no such draft
     */
    public List<Pair> of(DraftId id) {
        return of(id, drafts.clauses(id));
    }

    /** The same for a tree that the caller has already read. */
    public List<Pair> of(DraftId id, ClauseTree tree) {
        List<Clause> instructions = tree.units().stream()
                .filter(unit -> unit.kind() == ClauseKind.AMENDMENT)
                .toList();
        if (instructions.isEmpty()) {
            return List.of();
        }
        List<String> inTitle = inTitle(drafts.find(id).title()).stream().toList();
        Map<String, Optional<Law>> met = new HashMap<>();
        List<Pair> pairs = new ArrayList<>();
        for (Clause instruction : instructions) {
            List<String> names = Stream.concat(lawOf(tree, instruction).stream(), inTitle.stream())
                    .toList();
            Optional<Law> law = names.stream()
                    .flatMap(name -> met.computeIfAbsent(name, this::inForce).stream())
                    .findFirst();
            pairs.add(pair(tree, instruction, names.isEmpty() ? null : names.get(0), law));
        }
        return pairs;
    }

    private record Law(Draft draft, ClauseTree tree) {}

    private static Pair pair(ClauseTree tree, Clause unit, String name, Optional<Law> law) {
        String text = tree.fullText(unit.id());
        Optional<Amendment> amendment = Amendment.in(unit.text());
        List<String> targets = amendment.map(Amendment::targets).orElse(List.of());
        List<InForce> articles = law.stream()
                .flatMap(found -> found.tree().articles().stream()
                        .filter(article -> targets.contains(article.number()))
                        .map(article -> new InForce(
                                found.draft().id(),
                                article.id(),
                                article.label(),
                                found.tree().fullText(article.id()))))
                .toList();
        boolean inserts = targets.isEmpty()
                && amendment.map(a -> a.action() == Amendment.Action.INSERT).orElse(false);
        String missing = !articles.isEmpty() ? null : inserts ? "new" : law.isEmpty() ? "no-law" : "no-article";
        return new Pair(
                unit,
                amendment.map(Amendment::summary).orElse(""),
                text,
                law.map(found -> found.draft().title()).orElse(name),
                articles,
                missing);
    }

    /** The law that the instruction names, or the point above it: 一、对《甲法》作出修改. */
    private static Optional<String> lawOf(ClauseTree tree, Clause unit) {
        Optional<Clause> clause = Optional.of(unit);
        while (clause.isPresent()) {
            Optional<String> law = Amendment.lawIn(clause.get().text());
            if (law.isPresent()) {
                return law;
            }
            clause = Optional.ofNullable(clause.get().parent()).flatMap(tree::find);
        }
        return Optional.empty();
    }

    private static Optional<String> inTitle(String title) {
        Matcher named = IN_TITLE.matcher(title);
        return named.find() ? Optional.of(named.group(1) == null ? named.group(2) : named.group(1)) : Optional.empty();
    }

    private Optional<Law> inForce(String name) {
        String bare = name.startsWith(STATE) ? name.substring(STATE.length()) : name;
        return laws.titled(List.of(bare, STATE + bare)).map(id -> new Law(drafts.find(id), drafts.clauses(id)));
    }
}
