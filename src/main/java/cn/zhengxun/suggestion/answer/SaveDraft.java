package cn.zhengxun.suggestion.answer;

import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import cn.zhengxun.outreach.InvitationId;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Keeps what an invited person has typed so far, in place of what the page started from.
 *
 * @param version of what is being saved; a page that saves by itself counts its savings, {@link #counted}
 */
record SaveDraft(
        @NotNull(message = "请从收到的链接重新打开。") InvitationId invitation,
        @NotNull(message = "还没有写内容，不用保存。") AnswerForm form,
        @NotNull String version)
        implements Command {
    private static final String COUNTED = "[0-9a-z]{1,32}:\\d{1,9}";

    SaveDraft {
        Commands.validate(SaveDraft.class, invitation, form, version);
    }

    /** Somebody pressed a button. */
    SaveDraft(InvitationId invitation, AnswerForm form) {
        this(invitation, form, UUID.randomUUID().toString());
    }

    /**
     * A page saved by itself.
     *
     * @param turn a word that the page has thought of, a colon, and how often it has saved; anything else counts for nothing
     */
    static SaveDraft counted(InvitationId invitation, AnswerForm form, String turn) {
        return turn != null && turn.matches(COUNTED)
                ? new SaveDraft(invitation, form, turn)
                : new SaveDraft(invitation, form);
    }

    /** Whether the same page saved that, so that this may take its place though the page never got to know. */
    boolean samePageAs(String other) {
        return ofOnePage(version, other);
    }

    /** Whether both are savings of one page. @param turn may be null, or anything */
    static boolean ofOnePage(String turn, String other) {
        return turn != null && turn.matches(COUNTED) && other.startsWith(turn.substring(0, turn.indexOf(':') + 1));
    }

    /** Whether the page sent that later than this, and it came first. */
    boolean overtakenBy(String other) {
        return samePageAs(other) && other.matches(COUNTED) && turn(other) >= turn(version);
    }

    private static int turn(String counted) {
        return Integer.parseInt(counted.substring(counted.indexOf(':') + 1));
    }
}
