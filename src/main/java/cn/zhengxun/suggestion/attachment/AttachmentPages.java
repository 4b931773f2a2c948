package cn.zhengxun.suggestion.attachment;

import cn.zhengxun.consultation.ConsultationNumber;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Hands a file out to be saved, never to be shown within our pages. Experts have no route to it: who is to be seen or
 * heard in it cannot be known.
 */
@Controller
class AttachmentPages {
    private final Attachments attachments;

    AttachmentPages(Attachments attachments) {
        this.attachments = attachments;
    }

    @GetMapping("/consultations/{number}/attachments/{id:\\d{1,18}}")
    @PreAuthorize("hasAnyAuthority('staff', 'director', 'leader')")
    void download(@PathVariable String number, @PathVariable long id, HttpServletResponse response) throws IOException {
        Attachment file = attachments.handedIn(new ConsultationNumber(number), id);
        response.setContentType(file.mediaType());
        response.setContentLengthLong(file.size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file.fileName(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        attachments.copy(file, response.getOutputStream());
    }
}
