package cn.zhengxun.draft;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What machines ask of drafts. */
@RestController
@RequestMapping("/api/v1/drafts")
@Tag(name = "drafts", description = "草案")
class DraftApi {
    private final Drafts drafts;

    DraftApi(Drafts drafts) {
        this.drafts = drafts;
    }

    @PostMapping(path = "/parse", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasAuthority('staff')")
    @Operation(
            summary = "Read a draft into its clause tree",
            description =
                    "Takes docx, doc (Word 97–2003, also WPS), pdf with a text layer, html saved from a web page, Markdown or"
                            + " plain text (UTF-8, GB18030 or UTF-16), up to 10 MB and 10 s. What it is, its bytes say, not its name."
                            + " Stores nothing.")
    @ApiResponse(
            responseCode = "200",
            description = "Title, number of 条, doubts about the reading, and the clauses as nested nodes")
    @ApiResponse(
            responseCode = "422",
            description = "The file cannot be read; the detail says in Chinese why and what to send instead",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    ParsedDraftAnswer parse(@RequestParam MultipartFile file) throws IOException {
        String fileName = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return ParsedDraftAnswer.of(drafts.parse(fileName, file.getBytes()));
    }
}
