package cn.zhengxun.suggestion.arrival;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import cn.zhengxun.kernel.InvalidCommand;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Writes a rule's next version, or a new rule.
 *
 * @param rule null for a new one; @param seen the version that was changed, 0 for a new one
 * @param words one pattern a line; needed unless a detector is chosen
 */
record SaveArrivalRule(
        Long rule,
        int seen,

        @NotBlank(message = "请给规则起个名字。") @Size(max = 60, message = "名字不能超过60个字。")
        String name,

        @NotNull(message = "请选择提示什么。") Concern concern,
        Detector detector,

        @NotNull(message = "请写下词语。") @Size(max = 4000, message = "词语太多，请分成几条规则（一条最多4000个字）。")
        String words,

        boolean active)
        implements Command {
    private static final int MOST_LINES = 200;

    SaveArrivalRule {
        Commands.validate(SaveArrivalRule.class, rule, seen, name, concern, detector, words, active);
        name = name.strip();
        List<String> lines =
                words.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (detector == null && lines.isEmpty()) {
            throw fault("请至少写一个词语，一行一个。");
        }
        if (lines.size() > MOST_LINES) {
            throw fault("一条规则最多%d行，这里有%d行，请分成几条规则。".formatted(MOST_LINES, lines.size()));
        }
        for (int i = 0; i < lines.size(); i++) {
            if (WordPattern.of(lines.get(i)).isEmpty()) {
                throw fault("第%d行不能用：除了 * 和 ? 至少要有两个字，* 隔开的每一段都要有字，一行不超过%d个字。".formatted(i + 1, WordPattern.LONGEST));
            }
        }
        words = detector == null ? String.join("\n", lines) : "";
    }

    private static InvalidCommand fault(String sentence) {
        return new InvalidCommand(List.of(new InvalidCommand.Fault("words", sentence)));
    }
}
