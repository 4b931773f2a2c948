package cn.zhengxun.web;

import cn.zhengxun.directory.ConsentKind;
import cn.zhengxun.directory.CorrectOwnDetails;
import cn.zhengxun.directory.DeactivateInformant;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.InformantRecords;
import cn.zhengxun.directory.ReactivateInformant;
import cn.zhengxun.directory.RecordConsent;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.privacy.MakeRequest;
import cn.zhengxun.privacy.NoteFulfilled;
import cn.zhengxun.privacy.Request;
import cn.zhengxun.privacy.RequestKind;
import cn.zhengxun.privacy.Requests;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.privacy.TakeBackRequest;
import cn.zhengxun.suggestion.StopProcessing;
import cn.zhengxun.suggestion.SubmissionConsent;
import cn.zhengxun.suggestion.SubmissionConsents;
import cn.zhengxun.suggestion.WithdrawConsent;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an informant decides about the own data: every room that it touches, and the ledger, in one transaction. */
@Service
@Transactional
class OwnChoices {
    /** So that taking the withdrawal back brings nobody back whom the office had let go before. */
    static final String WAS_ACTIVE = "撤回时在任";

    private final Directory directory;
    private final InformantRecords records;
    private final SubmissionConsents submissions;
    private final Requests requests;
    private final Clock clock;

    OwnChoices(
            Directory directory,
            InformantRecords records,
            SubmissionConsents submissions,
            Requests requests,
            Clock clock) {
        this.directory = directory;
        this.records = records;
        this.submissions = submissions;
        this.requests = requests;
        this.clock = clock;
    }

    /** @return the request's number */
    String correct(CorrectOwnDetails command) {
        directory.correct(command);
        return requests.note(
                new NoteFulfilled(of(command.id()), RequestKind.CORRECTION, "本人改正了电话、邮箱、年龄段、职业或者联系方式，当即生效。"));
    }

    /** Call-back, publication of the name, or choice by tags. @return the request's number, null where it was given */
    String consent(InformantId person, ConsentKind kind, boolean given) {
        decide(person, kind, given);
        if (!given) {
            ofSubmissions(kind).ifPresent(consent -> submissions.withdraw(new WithdrawConsent(person, null, consent)));
        }
        return given
                ? null
                : requests.note(
                        new NoteFulfilled(of(person), RequestKind.CONSENT, "本人撤回了“" + kind.chinese() + "”的同意，当即生效。"));
    }

    private static Optional<SubmissionConsent> ofSubmissions(ConsentKind kind) {
        return switch (kind) {
            case CALL_BACK -> Optional.of(SubmissionConsent.CALL_BACK);
            case PUBLISH_NAME -> Optional.of(SubmissionConsent.PUBLISH_NAME);
            case PROCESSING, PROFILING -> Optional.empty();
        };
    }

    /** @return the request's number */
    String leave(InformantId person) {
        directory.deactivate(new DeactivateInformant(person));
        return requests.note(new NoteFulfilled(of(person), RequestKind.LEAVING, "本人退出信息员：不再邀请和提醒，提过的意见照常办理和答复。当即生效。"));
    }

    /** Nothing is processed any more from now on; what is kept goes when the time to think it over has passed. */
    String withdraw(InformantId person) {
        boolean active = directory.informant(person).orElseThrow().active();
        decide(person, ConsentKind.PROCESSING, false);
        directory.deactivate(new DeactivateInformant(person));
        submissions.stop(new StopProcessing(person));
        return requests.make(new MakeRequest(of(person), RequestKind.PROCESSING, active ? WAS_ACTIVE : null));
    }

    String ask(InformantId person, RequestKind kind, String wish) {
        return requests.make(new MakeRequest(of(person), kind, wish));
    }

    void takeBack(InformantId person, String number) {
        Request request = requests.find(number);
        requests.takeBack(new TakeBackRequest(of(person), number));
        if (request.kind() == RequestKind.PROCESSING) {
            decide(person, ConsentKind.PROCESSING, true);
            if (WAS_ACTIVE.equals(request.wish())) {
                directory.reactivate(new ReactivateInformant(person));
            }
        }
    }

    String copied(InformantId person) {
        return requests.note(new NoteFulfilled(of(person), RequestKind.COPY, "本人在页面上下载了一份副本。"));
    }

    private void decide(InformantId person, ConsentKind kind, boolean given) {
        records.record(new RecordConsent(person, kind, given, Shanghai.dateOf(clock.instant()), kind.wording()));
    }

    static Subject of(InformantId person) {
        return Subject.ofInformant(person.value());
    }
}
