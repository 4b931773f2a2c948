package cn.zhengxun.outreach.audience;

import cn.zhengxun.outreach.audience.AudienceExpression.All;
import cn.zhengxun.outreach.audience.AudienceExpression.Any;
import cn.zhengxun.outreach.audience.AudienceExpression.Not;
import cn.zhengxun.outreach.audience.AudienceTerm.AskedWithin;
import cn.zhengxun.outreach.audience.AudienceTerm.AtAnyStation;
import cn.zhengxun.outreach.audience.AudienceTerm.AtClosedStation;
import cn.zhengxun.outreach.audience.AudienceTerm.AtStation;
import cn.zhengxun.outreach.audience.AudienceTerm.AtStationOfKind;
import cn.zhengxun.outreach.audience.AudienceTerm.Everyone;
import cn.zhengxun.outreach.audience.AudienceTerm.HasAnswered;
import cn.zhengxun.outreach.audience.AudienceTerm.HasTag;
import cn.zhengxun.outreach.audience.AudienceTerm.InOffice;
import cn.zhengxun.outreach.audience.AudienceTerm.NeverAsked;
import cn.zhengxun.outreach.audience.AudienceTerm.NotAskedWithin;
import cn.zhengxun.outreach.audience.AudienceTerm.TermEndsSoon;
import java.time.Duration;
import java.util.List;

/** What an expression means, person by person and without a database: the reference for the SQL. */
final class Oracle {
    enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    private Oracle() {}

    static Answer answer(AudienceExpression expression, Person person) {
        if (expression instanceof Not not) {
            return switch (answer(not.operand(), person)) {
                case YES -> Answer.NO;
                case NO -> Answer.YES;
                case UNKNOWN -> Answer.UNKNOWN;
            };
        }
        if (expression instanceof All all) {
            return first(all.operands(), person, Answer.NO, Answer.YES);
        }
        if (expression instanceof Any any) {
            return first(any.operands(), person, Answer.YES, Answer.NO);
        }
        if (expression instanceof HasTag && person.profilingRefused()) {
            return Answer.UNKNOWN;
        }
        return holds((AudienceTerm) expression, person) ? Answer.YES : Answer.NO;
    }

    /** Three-valued: the decisive answer wins, then UNKNOWN, else the rest. */
    private static Answer first(List<AudienceExpression> operands, Person person, Answer decisive, Answer otherwise) {
        List<Answer> answers =
                operands.stream().map(operand -> answer(operand, person)).toList();
        if (answers.contains(decisive)) {
            return decisive;
        }
        return answers.contains(Answer.UNKNOWN) ? Answer.UNKNOWN : otherwise;
    }

    private static boolean holds(AudienceTerm term, Person person) {
        Person.At station = person.station();
        if (term instanceof HasTag tag) {
            return person.tags().contains(tag.name());
        }
        if (term instanceof AtStation at) {
            return station != null && station.name().equals(at.name());
        }
        if (term instanceof AtStationOfKind at) {
            return station != null && station.kind().equals(at.kind());
        }
        if (term instanceof AskedWithin asked) {
            return askedWithin(person, asked.days());
        }
        if (term instanceof NotAskedWithin asked) {
            return !askedWithin(person, asked.days());
        }
        if (term instanceof TermEndsSoon) {
            return person.termDays() != null && person.termDays() >= 0 && person.termDays() <= 90;
        }
        return term instanceof Everyone
                || term instanceof AtAnyStation && station != null
                || term instanceof AtClosedStation && station != null && !station.active()
                || term instanceof InOffice && (person.termDays() == null || person.termDays() >= 0)
                || term instanceof NeverAsked && person.asked().isEmpty()
                || term instanceof HasAnswered && person.answered();
    }

    private static boolean askedWithin(Person person, int days) {
        return person.asked().stream().anyMatch(ago -> ago.compareTo(Duration.ofDays(days)) <= 0);
    }

    /** For people whose answer is YES: the terms that matched, each after a 顿号. */
    static String grounds(AudienceExpression expression, Person person) {
        if (expression instanceof Not not) {
            return "、不属于" + not.operand().words();
        }
        if (expression instanceof All all) {
            return joined(all.operands(), person);
        }
        if (expression instanceof Any any) {
            return joined(
                    any.operands().stream()
                            .filter(operand -> answer(operand, person) == Answer.YES)
                            .toList(),
                    person);
        }
        if (expression instanceof AtAnyStation) {
            return "、站点“" + person.station().name() + "”";
        }
        return expression instanceof Everyone ? "、属于在任信息员" : "、" + expression.words();
    }

    private static String joined(List<AudienceExpression> operands, Person person) {
        StringBuilder grounds = new StringBuilder();
        operands.forEach(operand -> grounds.append(grounds(operand, person)));
        return grounds.toString();
    }
}
