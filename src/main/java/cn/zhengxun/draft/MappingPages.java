package cn.zhengxun.draft;

import cn.zhengxun.draft.MappingDesk.Item;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.comparison.LinkKind;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a draft goes on from the reading before it: the doubtful links one after another, and all of them. Staff decide. */
@Controller
@RequestMapping("/drafts/{id}/mapping")
class MappingPages {
    private final Mappings mappings;
    private final DraftAccess access;
    private final Users users;
    private final MessageSource messages;

    MappingPages(Mappings mappings, DraftAccess access, Users users, MessageSource messages) {
        this.mappings = mappings;
        this.access = access;
        this.users = users;
        this.messages = messages;
    }

    /**
     * @param at the link to be looked at, see {@link LinkKey}; empty for the first open one
     * @param after the link looked at last
     * @param show which links the list holds, see {@link MappingDesk#lines}
     */
    @GetMapping
    @PreAuthorize("hasAnyAuthority('staff','director','leader')")
    String page(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String show,
            Authentication who,
            Model model) {
        Draft draft = access.requireReadable(new DraftId(id));
        model.addAttribute("draft", draft);
        model.addAttribute("watermark", access.watermark(draft));
        model.addAttribute("show", show);
        model.addAttribute("kinds", LinkKind.values());
        Optional<ReadingMapping> found = mappings.of(draft.id());
        if (found.isEmpty()) {
            return "draft/mapping";
        }
        ReadingMapping mapping = found.get();
        if (access.watermark(mapping.before()) != null) {
            model.addAttribute("watermark", access.watermark(mapping.before()));
        }
        model.addAttribute("watermark", access.watermark(List.of(mapping.before(), mapping.after())));
        MappingDesk desk = new MappingDesk(mapping);
        boolean decides = who.getAuthorities().stream()
                .anyMatch(authority -> authority.getAuthority().equals("staff"));
        Optional<Item> item = LinkKey.of(at).flatMap(desk::item).or(() -> desk.nextOpen(LinkKey.of(after)));
        model.addAttribute("mapping", mapping);
        model.addAttribute("open", mapping.open().size());
        model.addAttribute("settled", mapping.settled());
        model.addAttribute("decides", decides);
        model.addAttribute("item", item.orElse(null));
        model.addAttribute("lines", desk.lines(show));
        model.addAttribute("names", names(mapping));
        return "draft/mapping";
    }

    @PostMapping("/settle")
    @PreAuthorize("hasAuthority('staff')")
    String settle(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String at,
            Authentication who,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        LinkKey key = known(at);
        return carryOut(
                id,
                () -> mappings.settle(new SettleLink(new DraftId(id), key.before(), key.after())),
                "draft.mapping.done.settled",
                at,
                who,
                model,
                flash,
                response);
    }

    /**
     * @param counterpart ticked articles
     * @param others further ones as typed, see {@link TypedArticles}
     * @param none whether the article has no counterpart, whatever is ticked
     */
    @PostMapping("/correct")
    @PreAuthorize("hasAuthority('staff')")
    String correct(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") List<Long> counterpart,
            @RequestParam(defaultValue = "") String others,
            @RequestParam(required = false) String none,
            Authentication who,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        LinkKey key = known(at);
        model.addAttribute("others", others);
        return carryOut(
                id,
                () -> mappings.correct(new CorrectMapping(
                        new DraftId(id),
                        key.before() == null ? key.after() : key.before(),
                        none == null ? chosen(id, key, counterpart, others) : List.of())),
                "draft.mapping.done.corrected",
                at,
                who,
                model,
                flash,
                response);
    }

    @PostMapping("/undo")
    @PreAuthorize("hasAuthority('staff')")
    String undo(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String at,
            Authentication who,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        return carryOut(
                id,
                () -> mappings.undo(new UndoMappingDecision(new DraftId(id))),
                "draft.mapping.done.undone",
                "",
                who,
                model,
                flash,
                response);
    }

    private List<ClauseId> chosen(long id, LinkKey key, List<Long> ticked, String typed) {
        List<ClauseId> chosen =
                new ArrayList<>(ticked.stream().map(ClauseId::new).toList());
        ReadingMapping mapping = mappings.of(new DraftId(id)).orElseThrow(() -> new NotFound("这份草案之前没有已确认的审次。"));
        chosen.addAll(TypedArticles.in(key.before() == null ? mapping.earlierPieces() : mapping.laterPieces(), typed));
        if (chosen.isEmpty()) {
            throw new RuleViolation("还没有勾选对应的条文。如果确实没有对应的条文，请按“没有对应的条文”。");
        }
        return chosen.stream().distinct().toList();
    }

    private static LinkKey known(String at) {
        return LinkKey.of(at).orElseThrow(() -> new NotFound("没有这条对应关系，请从列表中选择。"));
    }

    private String carryOut(
            long id,
            Runnable work,
            String done,
            String at,
            Authentication who,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        try {
            work.run();
        } catch (NotFound unknown) {
            throw unknown;
        } catch (RuleViolation refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("faults", refused.byField());
            return page(id, at, "", "", who, model);
        }
        flash.addFlashAttribute("done", messages.getMessage(done, null, Locale.SIMPLIFIED_CHINESE));
        flash.addAttribute("id", id);
        flash.addAttribute("after", at);
        return "redirect:/drafts/{id}/mapping#queue";
    }

    private Map<String, String> names(ReadingMapping mapping) {
        return mapping.links().stream()
                .map(ClauseLink::settledBy)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(id -> id, users::nameOf, (one, other) -> one, HashMap::new));
    }
}
