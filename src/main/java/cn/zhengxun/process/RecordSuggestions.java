package cn.zhengxun.process;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.kernel.CurrentActor;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.suggestion.Agreement;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.Receipt;
import cn.zhengxun.suggestion.SubmitSuggestions;
import cn.zhengxun.suggestion.SubmitSuggestions.Item;
import cn.zhengxun.suggestion.SuggestionKind;
import cn.zhengxun.suggestion.Suggestions;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Staff entered suggestions for people who gave them offline: stored word for word, then gone from the engine. */
@Component("recordSuggestions")
class RecordSuggestions implements JavaDelegate {
    private record Written(Long clause, SuggestionKind kind, String original, String proposed, String reason) {}

    private final Suggestions suggestions;
    private final CurrentActor actor;
    private final ObjectMapper json;

    RecordSuggestions(Suggestions suggestions, CurrentActor actor, ObjectMapper json) {
        this.suggestions = suggestions;
        this.actor = actor;
        this.json = json;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String station = FormValues.text(execution, "station");
        // still what the form sent, so it may be anything
        if (!(execution.getVariable(Variables.CONSULTATION.name()) instanceof String consultation)
                || consultation.isBlank()) {
            throw new RuleViolation("请选择征询事项，再点发起。");
        }
        ConsultationNumber number = new ConsultationNumber(consultation);
        SubmitSuggestions command = new SubmitSuggestions(
                number,
                "entry" + SubmitSuggestions.OWN_KEY + execution.getProcessInstanceId(),
                FormValues.choice(execution, "channel", Channel.class, "渠道"),
                null,
                null,
                station == null ? null : new StationId(numberIn(station)),
                actor.id(),
                FormValues.ticked(execution, "onBehalf"),
                FormValues.ticked(execution, "confirmedByPerson"),
                FormValues.text(execution, "proposerName"),
                FormValues.text(execution, "proposerContact"),
                FormValues.text(execution, "identityCategory"),
                FormValues.text(execution, "ageBand"),
                null,
                FormValues.ticked(execution, "consentProcessing"),
                false,
                false,
                items(FormValues.text(execution, "suggestions")));
        boolean guardian = FormValues.ticked(execution, "guardian");
        Receipt receipt = suggestions.submit(guardian ? command.agreed(Agreement.ofGuardian(null)) : command);
        Variables.CONSULTATION.set(execution, number.value());
        Variables.RECEIPT.set(execution, receipt.number());
    }

    private List<Item> items(String written) {
        try {
            List<Written> items =
                    written == null ? List.of() : json.readValue(written, new TypeReference<List<Written>>() {});
            if (items.stream().anyMatch(Objects::isNull)) {
                throw new RuleViolation("意见内容没有读懂，请刷新页面后重新填写。");
            }
            return items.stream()
                    .map(item -> new Item(
                            item.clause() == null ? null : new ClauseId(item.clause()),
                            item.kind(),
                            item.original(),
                            item.proposed(),
                            item.reason()))
                    .toList();
        } catch (JsonProcessingException unreadable) {
            throw new RuleViolation("意见内容没有读懂，请刷新页面后重新填写。", unreadable);
        }
    }

    private static long numberIn(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException unreadable) {
            throw new RuleViolation("站点不在可选范围内，请重新选择。", unreadable);
        }
    }
}
