package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.clause.PrintedNumber;
import cn.zhengxun.draft.correction.Correction;
import cn.zhengxun.draft.correction.Join;
import cn.zhengxun.draft.correction.Split;
import cn.zhengxun.draft.file.DraftFile;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where staff read a clause tree against the original and put it right, clause by clause. */
@Controller
@RequestMapping("/drafts/{id:\\d+}/correction")
@PreAuthorize("hasAuthority('staff')")
class CorrectionPages {
    private final Structures structures;
    private final Drafts drafts;
    private final DraftAccess access;
    private final DraftUses uses;
    private final MessageSource messages;

    CorrectionPages(Structures structures, Drafts drafts, DraftAccess access, DraftUses uses, MessageSource messages) {
        this.structures = structures;
        this.drafts = drafts;
        this.access = access;
        this.uses = uses;
        this.messages = messages;
    }

    /** @param at the chosen clause; the first of the text where it is missing or gone */
    @GetMapping
    String page(
            @PathVariable long id,
            @RequestParam(required = false) Long at,
            @RequestParam(required = false) Integer page,
            Model model) {
        return show(new DraftId(id), at, page, model);
    }

    /** What was read from the received file, line by line, to be held beside the clauses. */
    @GetMapping("/original")
    String original(@PathVariable long id, Model model) {
        Draft draft = access.requireReadable(new DraftId(id));
        model.addAttribute("draft", draft);
        model.addAttribute("lines", DraftFile.lines(draft.fileName(), drafts.file(draft.id())));
        model.addAttribute("watermark", access.watermark(draft));
        return "draft/original";
    }

    @PostMapping
    String correct(
            @PathVariable long id,
            CorrectionForm form,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        DraftId draft = new DraftId(id);
        return carryOut(
                draft,
                form.clause(),
                () -> {
                    Correction correction = form.correction();
                    ClauseId before = correction instanceof Join ? before(draft, correction.clause()) : null;
                    List<ClauseId> fresh = structures.correct(
                            new CorrectStructure(draft, form.version() == null ? 0 : form.version(), correction));
                    return before != null ? before : correction instanceof Split ? fresh.get(0) : correction.clause();
                },
                "draft.correction.done." + form.operation(),
                model,
                flash,
                response);
    }

    @PostMapping("/undo")
    String undo(
            @PathVariable long id,
            @RequestParam int version,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        DraftId draft = new DraftId(id);
        Supplier<ClauseId> work = () -> structures.undo(new UndoCorrection(draft, version));
        return carryOut(draft, null, work, "draft.correction.done.undo", model, flash, response);
    }

    @PostMapping("/redo")
    String redo(
            @PathVariable long id,
            @RequestParam int version,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        DraftId draft = new DraftId(id);
        Supplier<ClauseId> work = () -> structures.redo(new RedoCorrection(draft, version));
        return carryOut(draft, null, work, "draft.correction.done.redo", model, flash, response);
    }

    /** What is confirmed is what the person saw. */
    @PostMapping("/confirm")
    String confirm(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(required = false) Long at,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        DraftId draft = new DraftId(id);
        Supplier<ClauseId> work = () -> {
            if (structures.find(draft).version() != version) {
                throw new RuleViolation("条款结构刚刚被别人改过，还没有确认。页面上已是最新的结构，请核对后再确认。");
            }
            drafts.confirm(new ConfirmStructure(draft));
            return at == null ? null : new ClauseId(at);
        };
        return carryOut(draft, at, work, "draft.correction.done.confirm", model, flash, response);
    }

    @PostMapping("/reopen")
    String reopen(@PathVariable long id, Model model, RedirectAttributes flash, HttpServletResponse response) {
        DraftId draft = new DraftId(id);
        Supplier<ClauseId> work = () -> {
            structures.reopen(new ReopenStructure(draft));
            return null;
        };
        return carryOut(draft, null, work, "draft.correction.done.reopen", model, flash, response);
    }

    /** @param work gives the clause to go on with, null for the first */
    private String carryOut(
            DraftId draft,
            Long at,
            Supplier<ClauseId> work,
            String done,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        ClauseId next;
        try {
            next = work.get();
        } catch (NotFound unknown) {
            throw unknown;
        } catch (RuleViolation refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("faults", refused.byField());
            return show(draft, at, null, model);
        }
        flash.addFlashAttribute("done", messages.getMessage(done, null, Locale.SIMPLIFIED_CHINESE));
        if (next == null) {
            return "redirect:/drafts/" + draft.value() + "/correction";
        }
        return "redirect:/drafts/" + draft.value() + "/correction?at=" + next.value() + "#n-" + next.value();
    }

    private ClauseId before(DraftId draft, ClauseId clause) {
        ClauseTree tree = drafts.clauses(draft);
        int position = tree.find(clause).map(Clause::position).orElse(0);
        return tree.clauses().get(Math.max(0, position - 1)).id();
    }

    private String show(DraftId id, Long at, Integer page, Model model) {
        Draft draft = access.requireReadable(id);
        Structure structure = structures.find(id);
        TreePages pages = TreePages.of(structure.tree());
        TreePages.TreePage shown =
                page != null && page > 0 && page <= pages.pages().size()
                        ? pages.pages().get(page - 1)
                        : pages.holding(at == null ? null : new ClauseId(at));
        TreePages.Node chosen = shown.nodes().stream()
                .filter(node -> at != null && node.clause().id().value() == at)
                .findFirst()
                .orElse(shown.nodes().get(0));
        model.addAttribute("draft", draft);
        model.addAttribute("structure", structure);
        model.addAttribute("pages", pages.pages());
        model.addAttribute("shown", shown);
        model.addAttribute("chosen", chosen);
        model.addAttribute("pieces", SplitPlaces.of(chosen.clause().text()));
        model.addAttribute("numbered", PrintedNumber.carriedBy(chosen.clause().kind()));
        model.addAttribute("division", chosen.clause().kind().ordinal() < ClauseKind.ARTICLE.ordinal());
        model.addAttribute("kinds", ClauseKind.values());
        model.addAttribute("doubts", PlacedDoubt.of(structure.tree()));
        model.addAttribute("uses", uses.of(List.of(id)).getOrDefault(id, List.of()));
        model.addAttribute("watermark", access.watermark(draft));
        return "draft/correction";
    }
}
