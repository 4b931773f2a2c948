package cn.zhengxun.process;

import cn.zhengxun.kernel.RuleViolation;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;

/** What a person sent with a form: read once and taken out of the engine in the same transaction. */
final class FormValues {
    /** Every field of the forms of user tasks; {@link OnlyFormFields} refuses anything else. */
    static final Set<String> OF_TASKS = Set.of(
            "decision",
            "remark",
            "reply",
            "skip",
            "skipReason",
            "skipReview",
            "receiptNumber",
            "receiptFrom",
            "receivedOn",
            "newDate",
            "letter",
            "reason");

    /** Every field of register.html, suggestion-entry.html and change.html. */
    static final Set<String> OF_STARTS = Set.of(
            "title",
            "bill",
            "reading",
            "level",
            "requestingBody",
            "deadline",
            "visibility",
            "sensitive",
            "template",
            "urgentReason",
            "document",
            "documentText",
            "consultation",
            "channel",
            "station",
            "proposerName",
            "proposerContact",
            "identityCategory",
            "ageBand",
            "onBehalf",
            "confirmedByPerson",
            "guardian",
            "consentProcessing",
            "suggestions",
            "kind",
            "newDate",
            "letter",
            "reason",
            "confirmed");

    private FormValues() {}

    /** @return null where the field is missing or blank */
    static String text(VariableScope scope, String field) {
        Object value = take(scope, field);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    static boolean ticked(VariableScope scope, String field) {
        Object value = take(scope, field);
        return Boolean.TRUE.equals(value) || "true".equals(value);
    }

    /** @return null where the field is empty; @throws RuleViolation naming the field's label where it is no date */
    static LocalDate date(VariableScope scope, String field, String label) {
        String value = text(scope, field);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException unreadable) {
            throw new RuleViolation(label + "看不懂，请用日历选择日期。", unreadable);
        }
    }

    /** @return null where nothing was chosen; @throws RuleViolation naming the field's label where it is none of the choices */
    static <E extends Enum<E>> E choice(VariableScope scope, String field, Class<E> choices, String label) {
        String value = text(scope, field);
        try {
            return value == null ? null : Enum.valueOf(choices, value);
        } catch (IllegalArgumentException unknown) {
            throw new RuleViolation(label + "不在可选范围内，请重新选择。", unknown);
        }
    }

    /** @return the value as sent; the variable is gone afterwards */
    static Object take(VariableScope scope, String field) {
        Object value = scope.getVariable(field);
        scope.removeVariable(field);
        return value;
    }
}
