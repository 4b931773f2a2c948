package cn.zhengxun.outreach.mail;

import cn.zhengxun.directory.InformantId;
import java.util.Optional;

/** Who handed something in; served by the room that knows, so that neither name nor address waits in the outbox. */
public interface SubmissionAddresses {

    /** @param informant null for a person outside the directory; @param email what that person left, null for an informant */
    record Author(InformantId informant, String email) {}

    /** @return empty where nobody can be written to any more */
    Optional<Author> author(long submission);
}
