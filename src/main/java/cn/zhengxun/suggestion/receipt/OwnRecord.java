package cn.zhengxun.suggestion.receipt;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.outreach.Invitation;
import java.util.List;

/**
 * What one person was asked and said, over all consultations, a page at a time.
 *
 * @param consulted of this page, the latest first
 * @param year chosen, null for all; @param years in which there is anything, the latest first
 * @param consultations of the chosen year or of all, on every page; @param suggestions that stand in them
 * @param page from 1
 */
record OwnRecord(
        List<Consulted> consulted,
        Integer year,
        List<Integer> years,
        int consultations,
        int suggestions,
        int page,
        int pages) {

    /**
     * @param invitation null where the person was not invited, but spoke
     * @param here whether the link in use leads to this consultation
     * @param open whether opinions can be given now
     */
    record Consulted(
            Consultation consultation, Invitation invitation, boolean here, boolean open, List<Handed> handed) {

        public String until() {
            return consultation.collectUntil() == null ? null : Shanghai.minute(consultation.collectUntil());
        }

        public String noOpinionTime() {
            return invitation == null || invitation.noOpinionAt() == null
                    ? null
                    : Shanghai.minute(invitation.noOpinionAt());
        }

        /** When a draft was saved that is not handed in; null without one. */
        public String draftTime() {
            return invitation == null || invitation.draftedAt() == null
                    ? null
                    : Shanghai.minute(invitation.draftedAt());
        }

        /** Asked, and neither words nor 没有意见 came. */
        public boolean silent() {
            return handed.isEmpty() && noOpinionTime() == null && draftTime() == null;
        }

        public String promulgatedOn() {
            return consultation.promulgatedOn() == null ? null : Shanghai.date(consultation.promulgatedOn());
        }
    }
}
