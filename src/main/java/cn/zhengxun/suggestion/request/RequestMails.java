package cn.zhengxun.suggestion.request;

import cn.zhengxun.directory.Directory;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.outreach.Links;
import cn.zhengxun.outreach.mail.MailWriter;
import cn.zhengxun.outreach.wording.MessageKind;
import cn.zhengxun.outreach.wording.Wordings;
import cn.zhengxun.privacy.Requests;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One writer for each of the two occasions. */
@Configuration
class RequestMails {
    private final Requests requests;
    private final Directory directory;
    private final Invitations invitations;
    private final Links links;
    private final Wordings wordings;
    private final String office;

    RequestMails(
            Requests requests,
            Directory directory,
            Invitations invitations,
            Links links,
            Wordings wordings,
            @Value("${zhengxun.office:基层立法联系点}") String office) {
        this.requests = requests;
        this.directory = directory;
        this.invitations = invitations;
        this.links = links;
        this.wordings = wordings;
        this.office = office;
    }

    @Bean
    MailWriter requestReceivedMail() {
        return mail(MessageKind.REQUEST_RECEIVED);
    }

    @Bean
    MailWriter requestAnsweredMail() {
        return mail(MessageKind.REQUEST_ANSWERED);
    }

    private MailWriter mail(MessageKind kind) {
        return new RequestMail(kind, requests, directory, invitations, links, wordings, office);
    }
}
