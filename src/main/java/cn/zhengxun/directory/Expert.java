package cn.zhengxun.directory;

import java.util.List;

/**
 * A member of the think tank (立法智囊团). userId is the account to sign in with; organisation and fields may be null.
 *
 * @param fields as it was typed
 * @param contact whom to ask for at a unit, null for none; contactPhone the same
 */
public record Expert(
        ExpertId id,
        String name,
        String userId,
        String organisation,
        String fields,
        ExpertKind kind,
        String contact,
        String contactPhone,
        boolean active) {

    /** The fields one by one, as they were typed; none for an expert of everything. */
    public List<String> fieldList() {
        return fields == null
                ? List.of()
                : java.util.Arrays.stream(fields.split("[、,，;；\\n]"))
                        .map(String::strip)
                        .filter(field -> !field.isEmpty())
                        .distinct()
                        .toList();
    }
}
