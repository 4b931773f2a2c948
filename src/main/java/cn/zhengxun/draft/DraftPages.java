package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.search.Question;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** One text of the library, to be read, quoted by address, and confirmed. */
@Controller
@RequestMapping("/drafts/{id:\\d+}")
class DraftPages {
    private final Drafts drafts;
    private final Library library;
    private final AmendedLaws amendedLaws;
    private final DraftAccess access;
    private final DraftUses uses;
    private final Users users;
    private final MessageSource messages;

    DraftPages(
            Drafts drafts,
            Library library,
            AmendedLaws amendedLaws,
            DraftAccess access,
            DraftUses uses,
            Users users,
            MessageSource messages) {
        this.drafts = drafts;
        this.library = library;
        this.amendedLaws = amendedLaws;
        this.access = access;
        this.uses = uses;
        this.users = users;
        this.messages = messages;
    }

    @GetMapping
    @PreAuthorize("hasAnyAuthority('staff','director','leader','expert','manager')")
    String page(@PathVariable long id, Model model) {
        Draft draft = access.requireReadable(new DraftId(id));
        Bill bill = library.bill(draft.bill());
        ClauseTree tree = drafts.clauses(draft.id());
        model.addAttribute("draft", draft);
        model.addAttribute("bill", bill);
        model.addAttribute("replaced", bill.replaced().contains(draft.id()));
        model.addAttribute("previous", bill.previous(draft).orElse(null));
        model.addAttribute("next", bill.next(draft).orElse(null));
        model.addAttribute("tree", tree);
        model.addAttribute("contents", Contents.of(tree));
        model.addAttribute("amended", amendedLaws.of(draft.id()));
        model.addAttribute("uses", uses.of(List.of(draft.id())).getOrDefault(draft.id(), List.of()));
        model.addAttribute("importedBy", users.nameOf(draft.importedBy()));
        model.addAttribute("confirmedBy", draft.confirmedBy() == null ? null : users.nameOf(draft.confirmedBy()));
        model.addAttribute("visibilities", Visibility.values());
        model.addAttribute("watermark", access.watermark(draft));
        return "draft/draft";
    }

    /**
     * A readable address of an article that stays as it is when the tree is read anew.
     *
     * @param number 7, 7-1, 第七条 or 第七条之一
     * @throws NotFound where the text has no such article
     */
    @GetMapping("/articles/{number}")
    @PreAuthorize("hasAnyAuthority('staff','director','leader','expert','manager')")
    String article(@PathVariable long id, @PathVariable String number) {
        Draft draft = access.requireReadable(new DraftId(id));
        String sought = Question.article(number).orElse(number);
        Clause article = drafts.clauses(draft.id()).units().stream()
                .filter(one -> one.number().equals(sought))
                .findFirst()
                .orElseThrow(() -> new NotFound("这份文本里没有您要找的那一条，请从目录里选择。"));
        return "redirect:/drafts/" + id + "#a-" + article.id().value();
    }

    @PostMapping("/confirm")
    @PreAuthorize("hasAuthority('staff')")
    String confirm(@PathVariable long id, Model model, RedirectAttributes flash, HttpServletResponse response) {
        DraftId draft = new DraftId(id);
        return carryOut(
                draft,
                () -> drafts.confirm(new ConfirmStructure(draft)),
                "draft.page.done.confirmed",
                model,
                flash,
                response);
    }

    @PostMapping("/visibility")
    @PreAuthorize("hasAuthority('staff')")
    String visibility(
            @PathVariable long id,
            @RequestParam(required = false) Visibility visibility,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        DraftId draft = new DraftId(id);
        return carryOut(
                draft,
                () -> drafts.changeVisibility(new ChangeVisibility(draft, visibility)),
                "draft.page.done.visibility",
                model,
                flash,
                response);
    }

    private String carryOut(
            DraftId draft,
            Runnable work,
            String done,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        try {
            work.run();
        } catch (NotFound unknown) {
            throw unknown;
        } catch (RuleViolation refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("faults", Map.of("", refused.getMessage()));
            return page(draft.value(), model);
        }
        flash.addFlashAttribute("done", messages.getMessage(done, null, Locale.SIMPLIFIED_CHINESE));
        return "redirect:/drafts/" + draft.value();
    }
}
