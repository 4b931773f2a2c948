package cn.zhengxun.suggestion.request;

import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.outreach.Invitation;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.outreach.Links;
import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.mail.NotDue;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.wording.MessageKind;
import cn.zhengxun.outreach.wording.Placeholder;
import cn.zhengxun.outreach.wording.Values;
import cn.zhengxun.outreach.wording.Wordings;
import cn.zhengxun.privacy.Request;
import cn.zhengxun.privacy.Requests;
import cn.zhengxun.privacy.Subject;

/** That a request was received, or answered: its number, kind and dates, and the way to the page where the rest stands. */
class RequestMail implements MailWriter {
    private static final String NO_ADDRESS_AFTERWARDS = "删除办好以后，我们不再有您的邮箱，不会再给您写信。";

    private final MessageKind kind;
    private final Requests requests;
    private final Directory directory;
    private final Invitations invitations;
    private final Links links;
    private final Wordings wordings;
    private final String office;

    RequestMail(
            MessageKind kind,
            Requests requests,
            Directory directory,
            Invitations invitations,
            Links links,
            Wordings wordings,
            String office) {
        this.kind = kind;
        this.requests = requests;
        this.directory = directory;
        this.invitations = invitations;
        this.links = links;
        this.wordings = wordings;
        this.office = office;
    }

    @Override
    public String template() {
        return kind.key();
    }

    /** @throws NotDue where the person was erased meanwhile */
    @Override
    public Mail write(QueuedMail mail) {
        Request request = requests.find(mail.campaign().substring(kind.key().length() + 1));
        Subject subject = request.subject();
        if (subject == null) {
            throw new NotDue("本人的个人信息已经删除，不再发送");
        }
        return wordings.write(
                kind,
                new Values()
                        .set(Placeholder.NAME, name(subject))
                        .set(Placeholder.OFFICE, office)
                        .set(Placeholder.REQUEST_NUMBER, request.number())
                        .set(Placeholder.REQUEST_KIND, request.kind().chinese())
                        .set(Placeholder.RECEIVED_AT, request.receivedDay())
                        .set(Placeholder.ANSWER_BY, request.dueDay())
                        .set(Placeholder.UNDO_UNTIL, request.undoMinute())
                        .set(Placeholder.ERASING, request.kind().erases() ? NO_ADDRESS_AFTERWARDS : null)
                        .set(Placeholder.RESULT, request.state().chinese())
                        .set(Placeholder.LINK, link(subject)));
    }

    /** Only the directory's own: what a stranger typed as a name says nothing about who reads the address beside it. */
    private String name(Subject subject) {
        return subject.informant() == null
                ? null
                : directory
                        .informant(new InformantId(subject.informant()))
                        .map(Informant::name)
                        .orElse(null);
    }

    /** @return null for somebody who was never invited */
    private String link(Subject subject) {
        return subject.informant() == null
                ? links.receipt(subject.receipt())
                : invitations.of(new InformantId(subject.informant())).stream()
                        .findFirst()
                        .map(Invitation::id)
                        .map(invitations::mint)
                        .map(links::privacy)
                        .orElse(null);
    }
}
