package cn.zhengxun.draft;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The file as it was received. It is handed out to be saved, never to be shown within our pages. */
@Controller
class DraftFileController {
    private final Drafts drafts;
    private final DraftAccess access;

    DraftFileController(Drafts drafts, DraftAccess access) {
        this.drafts = drafts;
        this.access = access;
    }

    @GetMapping("/drafts/{id}/file")
    @PreAuthorize("hasAnyAuthority('staff','director','leader')")
    ResponseEntity<byte[]> file(@PathVariable long id) {
        Draft draft = access.requireReadable(new DraftId(id));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(draft.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(draft.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(drafts.file(draft.id()));
    }
}
