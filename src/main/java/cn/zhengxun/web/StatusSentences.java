package cn.zhengxun.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** What to tell somebody whose request ended with a status that no controller explained. */
@Component
class StatusSentences {
    private final MessageSource messages;

    StatusSentences(MessageSource messages) {
        this.messages = messages;
    }

    String title(HttpStatusCode status) {
        return message(status, "title");
    }

    String sentence(HttpStatusCode status) {
        return message(status, "text");
    }

    ProblemDetail problem(HttpStatusCode status) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence(status));
        problem.setTitle(title(status));
        return problem;
    }

    private String message(HttpStatusCode status, String part) {
        String family = status.is4xxClientError() ? "4xx" : "5xx";
        String general = messages.getMessage("web.status." + family + "." + part, null, Locale.SIMPLIFIED_CHINESE);
        return messages.getMessage(
                "web.status." + status.value() + "." + part, null, general, Locale.SIMPLIFIED_CHINESE);
    }
}
