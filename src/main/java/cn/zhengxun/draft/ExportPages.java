package cn.zhengxun.draft;

import cn.zhengxun.draft.correction.PrintedDraft;
import cn.zhengxun.draft.correction.StructureText;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The clause tree as a file: exactly, to be imported again, and as printed, for people. */
@Controller
@RequestMapping("/drafts/{id:\\d+}")
@PreAuthorize("hasAnyAuthority('staff','director','leader')")
class ExportPages {
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    /** By which Windows editors know the encoding; the import passes over it. */
    private static final String MARK = "\uFEFF";

    private final Drafts drafts;
    private final DraftAccess access;
    private final MessageSource messages;

    ExportPages(Drafts drafts, DraftAccess access, MessageSource messages) {
        this.drafts = drafts;
        this.access = access;
        this.messages = messages;
    }

    @GetMapping("/export.structure.txt")
    ResponseEntity<byte[]> structure(@PathVariable long id) {
        Draft draft = access.requireReadable(new DraftId(id));
        String text = StructureText.of(draft.title(), drafts.clauses(draft.id()));
        return answer(draft, "-条款结构.txt", TEXT, (MARK + text).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/export.txt")
    ResponseEntity<byte[]> text(@PathVariable long id) {
        Draft draft = access.requireReadable(new DraftId(id));
        String text = printed(draft).text();
        return answer(draft, ".txt", TEXT, (MARK + text).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/export.docx")
    ResponseEntity<byte[]> word(@PathVariable long id) {
        Draft draft = access.requireReadable(new DraftId(id));
        return answer(draft, ".docx", WORD, printed(draft).word());
    }

    private PrintedDraft printed(Draft draft) {
        String reader = access.watermark(draft);
        String mark = reader == null
                ? null
                : messages.getMessage("draft.export.mark", new Object[] {reader}, Locale.SIMPLIFIED_CHINESE);
        return new PrintedDraft(draft.title(), drafts.clauses(draft.id()), mark);
    }

    private static ResponseEntity<byte[]> answer(Draft draft, String ending, MediaType type, byte[] content) {
        String name = draft.title() + "（" + draft.reading() + "）" + ending;
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_"), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(content);
    }
}
