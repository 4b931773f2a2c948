package cn.zhengxun.web;

import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.privacy.MakeRequest;
import cn.zhengxun.privacy.NoteFulfilled;
import cn.zhengxun.privacy.RequestKind;
import cn.zhengxun.privacy.Requests;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.privacy.TakeBackRequest;
import cn.zhengxun.suggestion.CorrectContact;
import cn.zhengxun.suggestion.GiveConsent;
import cn.zhengxun.suggestion.SubmissionConsent;
import cn.zhengxun.suggestion.SubmissionConsents;
import cn.zhengxun.suggestion.SubmissionConsents.OfStranger;
import cn.zhengxun.suggestion.WithdrawConsent;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody outside the directory decides about the data behind one receipt, together with the ledger's line. */
@Service
@Transactional
class StrangersChoices {
    static final String WRONG_CONTACT = "与当时留下的联系方式不一样，不能办理。记不清的，请到联系点核对身份后办理。";

    private final SubmissionConsents submissions;
    private final Requests requests;

    StrangersChoices(SubmissionConsents submissions, Requests requests) {
        this.submissions = submissions;
        this.requests = requests;
    }

    static Subject of(OfStranger kept) {
        return Subject.ofReceipt(kept.receipt());
    }

    /** Where no contact was left there is none to be known, and none that could be given away. */
    static boolean proves(OfStranger kept, String contact) {
        return kept.contact() == null || bare(kept.contact()).equals(bare(contact));
    }

    /** However digits were grouped and letters written. */
    private static String bare(String contact) {
        return contact.replaceAll("[\\s\\-　]", "").toLowerCase(Locale.ROOT);
    }

    /** @return the request's number */
    String correct(OfStranger kept, String contact, String newContact) {
        if (!proves(kept, contact)) {
            throw new InvalidCommand(List.of(new InvalidCommand.Fault("contact", WRONG_CONTACT)));
        }
        submissions.correct(new CorrectContact(kept.receipt(), newContact));
        return requests.note(new NoteFulfilled(of(kept), RequestKind.CORRECTION, "本人改正了联系方式，当即生效。"));
    }

    /** @return the request's number, null where it was given */
    String consent(OfStranger kept, SubmissionConsent consent, boolean given) {
        if (given) {
            submissions.give(new GiveConsent(kept.receipt(), consent));
            return null;
        }
        submissions.withdraw(new WithdrawConsent(null, kept.receipt(), consent));
        return requests.note(
                new NoteFulfilled(of(kept), RequestKind.CONSENT, "本人撤回了“" + consent.chinese() + "”的同意，当即生效。"));
    }

    String erase(OfStranger kept) {
        return requests.make(new MakeRequest(of(kept), RequestKind.ERASURE, null));
    }

    String takeBack(OfStranger kept, String number) {
        requests.takeBack(new TakeBackRequest(of(kept), number));
        return number;
    }

    void copied(OfStranger kept) {
        requests.note(new NoteFulfilled(of(kept), RequestKind.COPY, "本人在页面上下载了一份副本。"));
    }
}
