package cn.zhengxun.web;

import static cn.zhengxun.identity.Roles.DIRECTOR;
import static cn.zhengxun.identity.Roles.EXPERT;
import static cn.zhengxun.identity.Roles.LEADER;
import static cn.zhengxun.identity.Roles.MANAGER;
import static cn.zhengxun.identity.Roles.STAFF;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The pages of one consultation and who has them; the roles are those of the pages' own routes. */
enum Tab {
    OVERVIEW("", STAFF, DIRECTOR, LEADER, EXPERT, MANAGER),
    DRAFT("/draft", STAFF, DIRECTOR, LEADER),
    PLAN("/plan", STAFF, DIRECTOR, LEADER),
    AUDIENCE("/audience", STAFF, DIRECTOR),
    INVITATIONS("/invitations", STAFF, DIRECTOR),
    STATIONS("/stations", STAFF, DIRECTOR),
    EXPLANATION("/explanation", STAFF, DIRECTOR, LEADER, EXPERT),
    OFFLINE("/offline", STAFF, DIRECTOR),
    SUGGESTIONS("/suggestions", STAFF, DIRECTOR, LEADER),
    COLLATION("/collation", STAFF, DIRECTOR),
    REVIEW("/review", STAFF, DIRECTOR, LEADER, EXPERT),
    REPORT("/report", STAFF, DIRECTOR, LEADER),
    OUTCOMES("/outcomes", STAFF, DIRECTOR, LEADER),
    EVALUATION("/evaluation", STAFF, DIRECTOR, MANAGER);

    private final String path;
    private final Set<String> roles;

    Tab(String path, String... roles) {
        this.path = path;
        this.roles = Set.of(roles);
    }

    /** Last part of the address below the consultation's; empty for the overview. */
    public String path() {
        return path;
    }

    /** End of its text's key. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<Tab> of(Set<String> authorities) {
        return Arrays.stream(values())
                .filter(tab -> tab.roles.stream().anyMatch(authorities::contains))
                .toList();
    }

    /**
     * @param rest address below the consultation's, such as /plan or /report/1/report.docx; the letters tell outcomes, and
     *     what earlier readings got is suggestions, too
     */
    static Tab at(String rest) {
        if (rest.equals("/letters")) {
            return OUTCOMES;
        }
        if (rest.equals("/mail")) {
            return INVITATIONS;
        }
        if (rest.equals("/earlier")) {
            return SUGGESTIONS;
        }
        if (rest.equals("/paper-pack")) {
            return STATIONS;
        }
        return Arrays.stream(values())
                .filter(tab -> tab != OVERVIEW && (rest.equals(tab.path) || rest.startsWith(tab.path + "/")))
                .findFirst()
                .orElse(OVERVIEW);
    }
}
