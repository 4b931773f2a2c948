package cn.zhengxun.directory;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The expert form as it was typed; a box that is not ticked is not sent. fields: one a line, or with 、 between. */
record ExpertForm(
        String name,
        String userId,
        String organisation,
        String fields,
        ExpertKind kind,
        String contact,
        String contactPhone,
        Boolean active) {
    ExpertForm {
        kind = kind == null ? ExpertKind.PERSON : kind;
        active = Boolean.TRUE.equals(active);
    }

    static ExpertForm blank() {
        return new ExpertForm("", "", "", "", ExpertKind.PERSON, "", "", true);
    }

    static ExpertForm of(Expert expert) {
        return new ExpertForm(
                expert.name(),
                expert.userId(),
                expert.organisation(),
                String.join("\n", expert.fieldList()),
                expert.kind(),
                expert.contact(),
                expert.contactPhone(),
                expert.active());
    }

    /** As it is kept: in one line. */
    String fieldsInLine() {
        return fields == null
                ? null
                : Arrays.stream(fields.split("[\\n、,，;；]"))
                        .map(String::strip)
                        .filter(field -> !field.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("、"));
    }
}
