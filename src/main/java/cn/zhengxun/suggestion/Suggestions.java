package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opinions: handing in, closing, reading. "Collected" leaves out withdrawn and late ones. */
@Service
@Transactional
public class Suggestions {

    /** The same use case for every channel. A repeated idempotency key returns the first receipt and stores nothing. */
    public Receipt submit(SubmitSuggestions command) {
        throw new UnsupportedOperationException("suggestion");
    }

    /** Gives the collected suggestions their numbers. Again changes nothing. @return how many there are */
    public int close(ConsultationNumber number) {
        throw new UnsupportedOperationException("suggestion");
    }

    public int count(ConsultationNumber number) {
        throw new UnsupportedOperationException("suggestion");
    }

    /** Collected ones, by number, before closing by arrival. */
    public List<Suggestion> of(ConsultationNumber number) {
        throw new UnsupportedOperationException("suggestion");
    }

    public Suggestion find(SuggestionId id) {
        throw new UnsupportedOperationException("suggestion");
    }

    /** All of one person's, newest first, over all consultations. */
    public List<Suggestion> ofInformant(InformantId informant) {
        throw new UnsupportedOperationException("suggestion");
    }

    /** Everyone who gave collected suggestions, each with all of theirs. */
    public Map<Contributor, List<Suggestion>> byContributor(ConsultationNumber number) {
        throw new UnsupportedOperationException("suggestion");
    }
}
