package cn.zhengxun.collation;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.suggestion.SuggestionId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.IntStream;

/** What the signed-in expert says of one forwarded suggestion or several; said again, it replaces what that expert said before. */
public record NoteSuggestions(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,
        @NotEmpty(message = "请至少为一条意见选择等次。") @Valid List<Note> notes)
        implements Command {

    /**
     * @param grade null exactly where the expert has an interest in the suggestion (回避); the rest is then dropped
     * @param legality 合法性; necessity 必要性, feasibility 可行性, upperLaw 与上位法关系: each may be null
     */
    public record Note(
            @NotNull(message = "请选择意见。") SuggestionId suggestion,
            Grade grade,
            boolean recused,
            @Size(max = 1000, message = "合法性意见不能超过1000个字。") String legality,
            @Size(max = 1000, message = "必要性意见不能超过1000个字。") String necessity,
            @Size(max = 1000, message = "可行性意见不能超过1000个字。") String feasibility,

            @Size(max = 1000, message = "与上位法关系的说明不能超过1000个字。")
            String upperLaw) {

        public Note {
            legality = ScreenSuggestion.stripped(legality);
            necessity = ScreenSuggestion.stripped(necessity);
            feasibility = ScreenSuggestion.stripped(feasibility);
            upperLaw = ScreenSuggestion.stripped(upperLaw);
        }
    }

    public NoteSuggestions {
        Commands.validate(NoteSuggestions.class, consultation, notes);
        notes = List.copyOf(notes);
        requireGradeOrRecusal(notes);
    }

    private static void requireGradeOrRecusal(List<Note> notes) {
        List<InvalidCommand.Fault> faults = IntStream.range(0, notes.size())
                .filter(i -> notes.get(i).recused() != (notes.get(i).grade() == null))
                .mapToObj(i -> new InvalidCommand.Fault("notes[" + i + "].grade", "请选择等次：重点报送、一般报送、附录原话，或者回避。"))
                .toList();
        if (!faults.isEmpty()) {
            throw new InvalidCommand(faults);
        }
    }
}
