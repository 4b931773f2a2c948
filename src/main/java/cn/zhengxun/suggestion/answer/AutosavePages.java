package cn.zhengxun.suggestion.answer;

import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.Invitation;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.outreach.UnknownLink;
import cn.zhengxun.outreach.WithoutAccount;
import java.time.Instant;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.TransactionException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the answer page's script saves while somebody is still typing. Pressing 先保存 does the same without a script. */
@RestController
@WithoutAccount
@PreAuthorize("permitAll()")
class AutosavePages {
    private final Invitations invitations;
    private final UnsentDrafts drafts;

    AutosavePages(Invitations invitations, UnsentDrafts drafts) {
        this.invitations = invitations;
        this.drafts = drafts;
    }

    /** @param version of what was saved, and @param time of day; both null where sentence says why nothing was */
    record Answer(String version, String time, String sentence) {}

    /** The form as the page would hand it in, and in turn a word of the page and how often it has saved. */
    @PostMapping(path = "/i/{token}/draft", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> save(@PathVariable String token, @RequestParam MultiValueMap<String, String> typed) {
        Invitation invitation = invitations.byToken(token).orElseThrow(UnknownLink::new);
        try {
            invitations.opened(invitation.id());
            UnsentDraft saved =
                    drafts.save(SaveDraft.counted(invitation.id(), AnswerForm.of(typed), typed.getFirst("turn")));
            return ResponseEntity.ok(new Answer(saved.version(), timeOfDay(saved.savedAt()), null));
        } catch (NewerDraft newer) {
            return refusal(HttpStatus.CONFLICT, newer.getMessage());
        } catch (RuleViolation refused) {
            return refusal(HttpStatus.UNPROCESSABLE_ENTITY, refused.getMessage());
        }
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Answer> withoutDatabase() {
        return refusal(HttpStatus.SERVICE_UNAVAILABLE, "服务器现在存不进去，已经先存在这台设备上，过一会儿会自动再试。");
    }

    private static ResponseEntity<Answer> refusal(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).body(new Answer(null, null, sentence));
    }

    /** For example 09:12. */
    private static String timeOfDay(Instant instant) {
        String minute = Shanghai.minute(instant);
        return minute.substring(minute.indexOf(' ') + 1);
    }
}
