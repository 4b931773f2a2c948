package cn.zhengxun.outreach.audience;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whom a plan wants to ask: terms 标签 name, 站点 name and 全部, joined by 且, 或, 非 and brackets. Read by
 * {@link AudienceParser}; the rules of what a match means stand here.
 */
sealed interface AudienceExpression {

    /** What an expression knows of a person. station is null where the person belongs to none. */
    record Person(Set<String> tags, String station, boolean profilingRefused) {}

    /** UNKNOWN: the answer would need the tags of a person who refused to be chosen by them. */
    enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    Answer answer(Person person);

    /** The terms that make the person match, such as 标签“餐饮”; meant for people whose answer is YES. */
    List<String> grounds(Person person);

    /** Names of the tags that the expression asks for; those behind a 非 are not asked for. */
    Set<String> wantedTags();

    /** The same for stations. */
    Set<String> wantedStations();

    record Everyone() implements AudienceExpression {
        @Override
        public Answer answer(Person person) {
            return Answer.YES;
        }

        @Override
        public List<String> grounds(Person person) {
            return List.of("属于在任信息员");
        }

        @Override
        public Set<String> wantedTags() {
            return Set.of();
        }

        @Override
        public Set<String> wantedStations() {
            return Set.of();
        }
    }

    record HasTag(String name) implements AudienceExpression {
        @Override
        public Answer answer(Person person) {
            if (person.profilingRefused()) {
                return Answer.UNKNOWN;
            }
            return person.tags().contains(name) ? Answer.YES : Answer.NO;
        }

        @Override
        public List<String> grounds(Person person) {
            return answer(person) == Answer.YES ? List.of("标签“" + name + "”") : List.of();
        }

        @Override
        public Set<String> wantedTags() {
            return Set.of(name);
        }

        @Override
        public Set<String> wantedStations() {
            return Set.of();
        }
    }

    /** name null: belongs to any station. */
    record AtStation(String name) implements AudienceExpression {
        @Override
        public Answer answer(Person person) {
            boolean matches = name == null ? person.station() != null : name.equals(person.station());
            return matches ? Answer.YES : Answer.NO;
        }

        @Override
        public List<String> grounds(Person person) {
            return answer(person) == Answer.YES ? List.of("站点“" + person.station() + "”") : List.of();
        }

        @Override
        public Set<String> wantedTags() {
            return Set.of();
        }

        @Override
        public Set<String> wantedStations() {
            return name == null ? Set.of() : Set.of(name);
        }
    }

    record Not(AudienceExpression operand) implements AudienceExpression {
        @Override
        public Answer answer(Person person) {
            return switch (operand.answer(person)) {
                case YES -> Answer.NO;
                case NO -> Answer.YES;
                case UNKNOWN -> Answer.UNKNOWN;
            };
        }

        @Override
        public List<String> grounds(Person person) {
            if (answer(person) != Answer.YES) {
                return List.of();
            }
            return List.of("不属于" + AudienceExpression.words(operand));
        }

        @Override
        public Set<String> wantedTags() {
            return Set.of();
        }

        @Override
        public Set<String> wantedStations() {
            return Set.of();
        }
    }

    record All(List<AudienceExpression> operands) implements AudienceExpression {
        @Override
        public Answer answer(Person person) {
            return AudienceExpression.first(operands, person, Answer.NO, Answer.YES);
        }

        @Override
        public List<String> grounds(Person person) {
            return AudienceExpression.joined(operands, person);
        }

        @Override
        public Set<String> wantedTags() {
            return AudienceExpression.tagsOf(operands);
        }

        @Override
        public Set<String> wantedStations() {
            return AudienceExpression.stationsOf(operands);
        }
    }

    record Any(List<AudienceExpression> operands) implements AudienceExpression {
        @Override
        public Answer answer(Person person) {
            return AudienceExpression.first(operands, person, Answer.YES, Answer.NO);
        }

        @Override
        public List<String> grounds(Person person) {
            return AudienceExpression.joined(
                    operands.stream()
                            .filter(operand -> operand.answer(person) == Answer.YES)
                            .toList(),
                    person);
        }

        @Override
        public Set<String> wantedTags() {
            return AudienceExpression.tagsOf(operands);
        }

        @Override
        public Set<String> wantedStations() {
            return AudienceExpression.stationsOf(operands);
        }
    }

    /** Three-valued: the decisive answer wins, then UNKNOWN, else the rest. */
    private static Answer first(List<AudienceExpression> operands, Person person, Answer decisive, Answer otherwise) {
        Answer answer = otherwise;
        for (AudienceExpression operand : operands) {
            Answer one = operand.answer(person);
            if (one == decisive) {
                return decisive;
            }
            if (one == Answer.UNKNOWN) {
                answer = Answer.UNKNOWN;
            }
        }
        return answer;
    }

    private static List<String> joined(List<AudienceExpression> operands, Person person) {
        List<String> grounds = new ArrayList<>();
        operands.forEach(operand -> grounds.addAll(operand.grounds(person)));
        return grounds.stream().distinct().toList();
    }

    private static Set<String> tagsOf(List<AudienceExpression> operands) {
        Set<String> names = new LinkedHashSet<>();
        operands.forEach(operand -> names.addAll(operand.wantedTags()));
        return names;
    }

    private static Set<String> stationsOf(List<AudienceExpression> operands) {
        Set<String> names = new LinkedHashSet<>();
        operands.forEach(operand -> names.addAll(operand.wantedStations()));
        return names;
    }

    /** The expression in words, with brackets where it has several operands. */
    static String words(AudienceExpression expression) {
        if (expression instanceof HasTag tag) {
            return "标签“" + tag.name() + "”";
        }
        if (expression instanceof AtStation station) {
            return station.name() == null ? "任一站点" : "站点“" + station.name() + "”";
        }
        if (expression instanceof Not not) {
            return "非" + words(not.operand());
        }
        if (expression instanceof All all) {
            return bracketed(all.operands(), "且");
        }
        if (expression instanceof Any any) {
            return bracketed(any.operands(), "或");
        }
        return "全部";
    }

    private static String bracketed(List<AudienceExpression> operands, String operator) {
        return "（"
                + String.join(
                        operator,
                        operands.stream().map(AudienceExpression::words).toList()) + "）";
    }
}
