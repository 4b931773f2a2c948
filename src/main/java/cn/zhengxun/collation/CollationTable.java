package cn.zhengxun.collation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.ExpertId;
import cn.zhengxun.suggestion.SuggestionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the 汇总表: every collected suggestion once, in the order of the numbers, with what was decided and noted. */
@Service
@Transactional(readOnly = true)
class CollationTable {
    private final CollationRows rows;
    private final GroupRows groups;
    private final Reviews reviews;

    CollationTable(CollationRows rows, GroupRows groups, Reviews reviews) {
        this.rows = rows;
        this.groups = groups;
        this.reviews = reviews;
    }

    List<TableRow> of(ConsultationNumber number) {
        Map<SuggestionId, List<GroupRows.Membership>> memberships = groups.memberships(number);
        Map<SuggestionId, Grade> grades = reviews.grades(number);
        Map<SuggestionId, List<ReviewNote>> notes = reviews.notes(number);
        Map<ExpertId, String> experts = reviews.seats(number).stream()
                .collect(Collectors.toMap(ReviewRows.Seat::expert, ReviewRows.Seat::expertName));
        return rows.all(number).stream()
                .map(row -> {
                    List<GroupRows.Membership> in = memberships.getOrDefault(row.suggestion(), List.of());
                    Grade grade = grades.get(row.suggestion());
                    return new TableRow(
                            row.number(),
                            row.clauseLabel(),
                            row.clauseText(),
                            row.original(),
                            text(row.normalised()),
                            text(row.givenReason()),
                            in.stream()
                                    .mapToInt(GroupRows.Membership::size)
                                    .max()
                                    .orElse(1),
                            text(row.identityCategory()),
                            row.channel().chinese(),
                            text(row.station()),
                            notes.getOrDefault(row.suggestion(), List.of()).stream()
                                    .map(note -> note(note, experts))
                                    .collect(Collectors.joining("\n")),
                            grade == null ? "" : grade.chinese(),
                            remark(row, in));
                })
                .toList();
    }

    /** Held ones are not forwarded; they are counted and named so that nobody forgets them. */
    List<Integer> held(ConsultationNumber number) {
        return rows.all(number).stream()
                .filter(row -> row.decision() == Decision.HOLD && row.number() != null)
                .map(CollationRow::number)
                .toList();
    }

    private static String note(ReviewNote note, Map<ExpertId, String> experts) {
        return experts.getOrDefault(note.expert(), "") + "（" + note.grade().chinese() + "）"
                + Stream.of(
                                part("合法性", note.legality()),
                                part("必要性", note.necessity()),
                                part("可行性", note.feasibility()),
                                part("与上位法关系", note.upperLaw()))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("；"));
    }

    private static String part(String name, String text) {
        return text == null ? "" : name + "：" + text;
    }

    private static String remark(CollationRow row, List<GroupRows.Membership> groups) {
        if (!row.screened()) {
            return "未处理";
        }
        List<String> parts = new ArrayList<>();
        parts.add(row.decision().chinese() + "：" + row.reason());
        if (row.routedTo() != null) {
            parts.add("转" + row.routedTo());
        }
        groups.forEach(group -> parts.add("归入“" + group.title() + "”"));
        if (row.confirmedBy() == null) {
            parts.add("待复核");
        }
        return String.join("；", parts);
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }
}
