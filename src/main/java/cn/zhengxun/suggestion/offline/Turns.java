package cn.zhengxun.suggestion.offline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who said what: the statements of one person, who gets one receipt for all of them. */
final class Turns {
    /** @param statements indexes into the record's statements, in the order they were said */
    record Turn(Speaker speaker, List<Integer> statements) {}

    private Turns() {}

    /**
     * @return a turn for everybody who said something, in the order of the first statement. At a meeting people are told
     *     apart by their labels; whoever has none, or is merely 匿名, might be anybody, so each such statement stands alone.
     */
    static List<Turn> of(boolean meeting, List<Speaker> speakers, List<Statement> statements) {
        Map<String, Turn> turns = new LinkedHashMap<>();
        for (int i = 0; i < statements.size(); i++) {
            String label = meeting ? label(statements.get(i).speaker()) : "";
            boolean alone = meeting && (label.isEmpty() || label.equals(Speaker.ANONYMOUS));
            Speaker speaker = meeting ? known(label, speakers) : only(speakers);
            turns.computeIfAbsent(alone ? "\n" + i : label, key -> new Turn(speaker, new ArrayList<>()))
                    .statements()
                    .add(i);
        }
        return List.copyOf(turns.values());
    }

    /** Everybody who said something, and after them those of whom something is written though they said nothing yet. */
    static List<Speaker> speakers(boolean meeting, List<Speaker> speakers, List<Statement> statements) {
        if (!meeting) {
            return List.of(only(speakers));
        }
        Map<String, Speaker> all = new LinkedHashMap<>();
        for (Statement statement : statements) {
            String label = label(statement.speaker());
            if (!label.isEmpty()) {
                all.computeIfAbsent(label, name -> known(name, speakers));
            }
        }
        speakers.stream()
                .filter(Speaker::detailed)
                .forEach(speaker -> all.putIfAbsent(label(speaker.label()), speaker));
        return List.copyOf(all.values());
    }

    static String label(String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static Speaker only(List<Speaker> speakers) {
        return speakers.isEmpty() ? Speaker.named("") : speakers.get(0);
    }

    private static Speaker known(String label, List<Speaker> speakers) {
        return speakers.stream()
                .filter(speaker -> label(speaker.label()).equals(label))
                .findFirst()
                .orElseGet(() -> Speaker.named(label));
    }
}
