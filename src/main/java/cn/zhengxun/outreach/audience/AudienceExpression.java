package cn.zhengxun.outreach.audience;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom a plan wants to ask: {@link AudienceTerm terms} joined by 且, 或, 非 and brackets. Read by {@link AudienceParser},
 * answered by the database.
 */
sealed interface AudienceExpression
        permits AudienceTerm, AudienceExpression.Not, AudienceExpression.All, AudienceExpression.Any {

    /** In words, with brackets where it has several operands. */
    String words();

    /**
     * SQL over {@link AudienceSql#PEOPLE}. NULL where the answer would need the tags of a person who refused to be chosen
     * by them; SQL's own three-valued AND, OR and NOT carry that on.
     */
    String predicate(AudienceSql sql);

    /** SQL of the matching terms in words, each after a 顿号; meant for people for whom the predicate is true. */
    String grounds(AudienceSql sql);

    /** The terms that are asked for; those behind a 非 are not. */
    Set<AudienceTerm> wanted();

    record Not(AudienceExpression operand) implements AudienceExpression {
        @Override
        public String words() {
            return "非" + operand.words();
        }

        @Override
        public String predicate(AudienceSql sql) {
            return "(NOT " + operand.predicate(sql) + ")";
        }

        @Override
        public String grounds(AudienceSql sql) {
            return sql.bind("、不属于" + operand.words());
        }

        @Override
        public Set<AudienceTerm> wanted() {
            return Set.of();
        }
    }

    record All(List<AudienceExpression> operands) implements AudienceExpression {
        @Override
        public String words() {
            return AudienceExpression.words(operands, "且");
        }

        @Override
        public String predicate(AudienceSql sql) {
            return AudienceExpression.predicate(operands, " AND ", sql);
        }

        @Override
        public String grounds(AudienceSql sql) {
            return operands.stream().map(operand -> operand.grounds(sql)).collect(Collectors.joining(" || "));
        }

        @Override
        public Set<AudienceTerm> wanted() {
            return AudienceExpression.wanted(operands);
        }
    }

    record Any(List<AudienceExpression> operands) implements AudienceExpression {
        @Override
        public String words() {
            return AudienceExpression.words(operands, "或");
        }

        @Override
        public String predicate(AudienceSql sql) {
            return AudienceExpression.predicate(operands, " OR ", sql);
        }

        @Override
        public String grounds(AudienceSql sql) {
            return operands.stream()
                    .map(operand ->
                            "CASE WHEN " + operand.predicate(sql) + " THEN " + operand.grounds(sql) + " ELSE '' END")
                    .collect(Collectors.joining(" || "));
        }

        @Override
        public Set<AudienceTerm> wanted() {
            return AudienceExpression.wanted(operands);
        }
    }

    private static String words(List<AudienceExpression> operands, String operator) {
        return operands.stream().map(AudienceExpression::words).collect(Collectors.joining(operator, "（", "）"));
    }

    private static String predicate(List<AudienceExpression> operands, String operator, AudienceSql sql) {
        return operands.stream().map(operand -> operand.predicate(sql)).collect(Collectors.joining(operator, "(", ")"));
    }

    private static Set<AudienceTerm> wanted(List<AudienceExpression> operands) {
        return operands.stream()
                .flatMap(operand -> operand.wanted().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
