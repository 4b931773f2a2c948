package cn.zhengxun.collation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the workbench lists, as its address says it.
 *
 * @param show waiting, all, or a name of {@link Decision}; null for waiting while anything waits, else all
 * @param clause a clause's id, {@value #WHOLE} for 整体, null for any; @param group a group's id; @param like lists what reads like this suggestion
 * @param page from 0, never null once built
 */
record WorkbenchFilter(String show, Long clause, Long group, Long like, Integer page) {
    static final String WAITING = "waiting";
    static final String ALL = "all";
    static final long WHOLE = 0;

    WorkbenchFilter {
        page = page == null ? 0 : Math.max(0, page);
    }

    public WorkbenchFilter showing(String chosen) {
        return new WorkbenchFilter(chosen, clause, group, like, page);
    }

    /** SQL over the aliases s and c of {@link CollationRows}; parameters :clause and :group. */
    String condition() {
        StringBuilder sql = new StringBuilder();
        if (WAITING.equals(show)) {
            sql.append("AND c.suggestion_id IS NULL ");
        }
        for (Decision decision : Decision.values()) {
            if (decision.name().equals(show)) {
                sql.append("AND c.decision = '").append(decision.name()).append("' ");
            }
        }
        if (clause != null) {
            sql.append(clause == WHOLE ? "AND s.clause_id IS NULL " : "AND s.clause_id = :clause ");
        }
        if (group != null) {
            sql.append(
                    "AND EXISTS (SELECT 1 FROM suggestion_group_member g WHERE g.suggestion_id = s.id AND g.group_id = :group) ");
        }
        return sql.toString();
    }

    /** As request parameters, what is null left out. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "show", show);
        put(parameters, "clause", clause);
        put(parameters, "group", group);
        put(parameters, "like", like);
        put(parameters, "page", page == 0 ? null : page);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }
}
