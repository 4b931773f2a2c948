package cn.zhengxun.suggestion.answer;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.suggestion.SubmissionDesk;
import cn.zhengxun.suggestion.attachment.Attachment;
import cn.zhengxun.suggestion.attachment.AttachmentDesk;
import cn.zhengxun.suggestion.attachment.AttachmentLimits;
import cn.zhengxun.suggestion.attachment.Attachments;
import cn.zhengxun.suggestion.attachment.Owner;
import cn.zhengxun.suggestion.attachment.RefusedFiles;
import cn.zhengxun.suggestion.attachment.RemoveAttachment;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * The files that go with an answer form. They wait under the form's key until it is handed in; whoever comes back to a form
 * that was handed in adds to what was handed in.
 */
@Component
class AnswerFiles {
    /** What a page sent in its file field, and from which address. */
    record Sent(String address, List<MultipartFile> files) {
        /** A field in which nothing was chosen is sent, too, without a name. */
        boolean any() {
            return files != null
                    && files.stream()
                            .anyMatch(file -> file.getOriginalFilename() != null
                                    && !file.getOriginalFilename().isEmpty());
        }
    }

    private final AttachmentDesk desk;
    private final Attachments attachments;
    private final SubmissionDesk submissions;

    AnswerFiles(AttachmentDesk desk, Attachments attachments, SubmissionDesk submissions) {
        this.desk = desk;
        this.attachments = attachments;
        this.submissions = submissions;
    }

    /** @throws RefusedFiles saying which were refused and why; the others are kept */
    void take(ConsultationNumber consultation, String key, Sent sent) {
        if (sent.any()) {
            desk.take(owner(key), consultation, sent.address(), sent.files());
        }
    }

    /** @throws RefusedFiles with this sentence where a file was chosen */
    void refuse(Sent sent, String sentence) {
        if (sent.any()) {
            throw new RefusedFiles(sentence);
        }
    }

    /** @param attachment an id as the page sent it; what is no number removes nothing */
    void remove(String key, String attachment) {
        if (attachment.matches("\\d{1,18}")) {
            attachments.remove(new RemoveAttachment(Owner.staged(key), Long.parseLong(attachment)));
        }
    }

    List<Attachment> of(String key) {
        return attachments.of(owner(key));
    }

    AttachmentLimits limits() {
        return attachments.limits();
    }

    private Owner owner(String key) {
        return submissions.submission(key).map(Owner::submission).orElseGet(() -> Owner.staged(key));
    }
}
