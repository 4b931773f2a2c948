package cn.zhengxun.adoption;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.suggestion.Suggestion;
import java.time.Instant;
import java.util.List;

/**
 * The answer to one contributor, with every suggestion of theirs.
 *
 * @param informant null for a person outside the directory, who is known by the submission; submission is null otherwise
 * @param name null for an anonymous person
 * @param receipt of the latest submission
 */
record Letter(
        long id,
        ConsultationNumber consultation,
        InformantId informant,
        Long submission,
        Delivery delivery,
        Instant writtenAt,
        String name,
        String receipt,
        List<Answer> answers) {

    /** MAIL for an informant who can be written to; everyone else gets it on paper, or with the receipt number. */
    enum Delivery {
        MAIL,
        PRINT
    }

    record Answer(Suggestion suggestion, Outcome outcome) {}
}
