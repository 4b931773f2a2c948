package cn.zhengxun.kernel;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The fields of a command that break their constraints; pages show each sentence at its field. */
public class InvalidCommand extends RuleViolation {

    /** @param field the record component's name, nested ones with dots and indexes; @param sentence in Chinese */
    public record Fault(String field, String sentence) {}

    private final transient List<Fault> faults;

    public InvalidCommand(List<Fault> faults) {
        super(faults.stream().map(Fault::sentence).distinct().collect(Collectors.joining(" ")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    @Override
    public Map<String, String> byField() {
        return faults.stream()
                .collect(Collectors.toMap(Fault::field, Fault::sentence, (one, other) -> one + " " + other));
    }
}
