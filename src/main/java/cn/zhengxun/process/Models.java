package cn.zhengxun.process;

import java.util.List;
import java.util.Set;

/** The keys of the deployed processes, and the messages they wait for. */
final class Models {
    static final String CONSULTATION = "consultation";
    static final String SUGGESTION_ENTRY = "suggestionEntry";
    static final String CHANGE = "change";

    /** The ten steps, in their order: the step's number is the index plus one. */
    static final List<String> STEPS = List.of(
            "intake", "plan", "push", "explain", "collect", "collate", "review", "submit", "feedback", "archive");

    static final Set<String> STARTABLE = Set.of(CONSULTATION, SUGGESTION_ENTRY, CHANGE);
    static final List<String> ALL = List.of(
            CONSULTATION,
            SUGGESTION_ENTRY,
            CHANGE,
            "intake",
            "plan",
            "push",
            "explain",
            "collect",
            "collate",
            "review",
            "submit",
            "feedback",
            "archive");

    static final String DEADLINE_MOVED = "message_deadlineMoved";
    static final String WITHDRAWN = "message_withdrawn";
    static final String RETURNED = "message_returned";
    static final String SUSPENDED = "message_suspended";
    static final String NEXT_READING = "message_nextReading";
    static final String CLOSE_EARLY = "message_closeEarly";

    private Models() {}

    /** @param definitionId the engine's key:version:id */
    static String keyOf(String definitionId) {
        return definitionId.substring(0, definitionId.indexOf(':'));
    }

    /** @return 1–10 for a step's process key; 0 for any other */
    static int stepOf(String processKey) {
        return STEPS.indexOf(processKey) + 1;
    }
}
