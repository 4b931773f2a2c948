package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.clause.UnreadableDraft;
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
        return ParsedDraftAnswer.of(drafts.parse(nameOf(file), file.getBytes()));
    }

    @PostMapping(path = "/compare", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("hasAuthority('staff')")
    @Operation(
            summary = "Compare two drafts article by article",
            description =
                    "Takes the earlier draft as before and the later one as after, each in any format that /parse takes, up to"
                            + " 10 MB and 10 s each. Says how many 条 were added, removed, changed, moved to another number or left"
                            + " the same, and by 条 number how each lives on, with a confidence from 0 to 1. removed + changed +"
                            + " moved + same is the number of 条 before. Stores nothing.")
    @ApiResponse(responseCode = "200", description = "Counts of 条, and the mapping by 条 number")
    @ApiResponse(
            responseCode = "422",
            description = "One of the files cannot be read; the detail says in Chinese which (修改前的文件 or 修改后的文件),"
                    + " why, and what to send instead",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ProblemDetail.class)))
    ComparedDraftsAnswer compare(@RequestParam MultipartFile before, @RequestParam MultipartFile after)
            throws IOException {
        return ComparedDraftsAnswer.of(tree("修改前的文件", before), tree("修改后的文件", after));
    }

    private ClauseTree tree(String which, MultipartFile file) throws IOException {
        try {
            return drafts.parse(nameOf(file), file.getBytes()).tree();
        } catch (UnreadableDraft unreadable) {
            throw new UnreadableDraft(which + "有问题：" + unreadable.getMessage(), unreadable);
        }
    }

    private static String nameOf(MultipartFile file) {
        return Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }
}
