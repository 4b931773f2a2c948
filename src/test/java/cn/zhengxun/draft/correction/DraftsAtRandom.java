package cn.zhengxun.draft.correction;

import cn.zhengxun.draft.clause.ChineseNumber;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseParser;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.clause.Line;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Trees that the parser made of texts in every formatting habit, and corrections that a hurried person might try. */
public final class DraftsAtRandom {
    private static final List<String> WORDS = List.of(
            "经营者应当遵守下列规定：",
            "违反本法第三条规定的，由主管部门责令改正；",
            "第二条规定的期限，自受理之日起计算。",
            "本法自2027年1月1日起施行。",
            "- 12 -",
            "其中：A级 B | C 类\\除外",
            "𠮷野家等单位适用本款。",
            "见附件：目录",
            "（一）甲；（二）乙。",
            "第九条 隐藏在行中的条文。第十章 隐藏的章");

    private final Random random;
    private final AtomicLong ids = new AtomicLong(1_000_000);

    public DraftsAtRandom(long seed) {
        random = new Random(seed);
    }

    public ClauseTree tree() {
        List<String> lines = new ArrayList<>(List.of("某某条例（草案）"));
        if (chance(3)) {
            lines.add("为了规范管理，根据宪法，制定本条例。");
        }
        int article = 1;
        int chapter = 1;
        boolean chapters = chance(2);
        for (int n = 1 + random.nextInt(8); n > 0; n--) {
            if (chapters && chance(3)) {
                lines.add("第" + ChineseNumber.write(chapter++) + "章 " + (chance(2) ? "总 则" : "监督管理"));
                if (chance(4)) {
                    lines.add("第一节 一般规定");
                }
            }
            lines.add("第" + ChineseNumber.write(article) + "条" + (chance(9) ? "" : " " + word()));
            article += chance(9) ? 2 : 1;
            body(lines);
        }
        if (chance(4)) {
            lines.addAll(List.of("附件1：目录", word(), "附件2：样式", word()));
        }
        return ClauseParser.parse("草案.txt", Line.of(String.join("\n", lines))).tree();
    }

    private void body(List<String> lines) {
        for (int n = random.nextInt(4); n > 0; n--) {
            lines.add(word());
            int items = random.nextInt(4);
            for (int item = 1; item <= items; item++) {
                lines.add("（" + ChineseNumber.write(item) + "）" + word());
                if (chance(4)) {
                    lines.add("1." + word());
                    lines.add("2. " + word());
                }
            }
        }
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    public Iterator<ClauseId> freshIds() {
        return Stream.generate(() -> new ClauseId(ids.incrementAndGet())).iterator();
    }

    public Correction correction(ClauseTree tree) {
        Clause clause = tree.clauses().get(random.nextInt(tree.clauses().size()));
        ClauseKind kind = ClauseKind.values()[random.nextInt(ClauseKind.values().length)];
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> new Split(clause.id(), place(clause.text()), chance(2) ? null : kind);
            case 3, 4 -> new Join(clause.id());
            case 5 -> new Renumber(clause.id(), typed(), chance(2));
            case 6 -> retitle(tree, clause);
            default -> new Retype(clause.id(), kind);
        };
    }

    private Correction retitle(ClauseTree tree, Clause clause) {
        Clause first = tree.clauses().get(0);
        String text = first.text();
        return switch (random.nextInt(4)) {
            case 0 -> new Retitle(clause.id(), "总则");
            case 1 -> new Retitle(first.id(), text.replaceAll(".", "$0 "));
            case 2 -> new Retitle(first.id(), text.isEmpty() ? "" : text.substring(0, (text.length() + 1) / 2));
            default ->
                new Retitle(
                        first.id(),
                        text + tree.clauses().get(1 % tree.clauses().size()).text());
        };
    }

    private int place(String text) {
        int hidden = text.indexOf("第九条");
        return hidden > 0 && chance(2) ? hidden : random.nextInt(-1, text.length() + 2);
    }

    private String typed() {
        return List.of("3", "第十条", "七", "7-1", "第二章", "（四）", "9.", "⑲", "零", "", "9999")
                .get(random.nextInt(11));
    }
}
