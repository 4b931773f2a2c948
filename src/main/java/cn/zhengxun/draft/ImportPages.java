package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.ParsedDraft;
import cn.zhengxun.draft.clause.UnreadableDraft;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A text comes into the library without a consultation: as a file or as pasted words. */
@Controller
@RequestMapping("/library/import")
@PreAuthorize("hasAuthority('staff')")
class ImportPages {
    private static final List<String> FIELDS =
            List.of("", "bill", "reading", "visibility", "fileName", "content", "text", "title");

    private final Bills bills;
    private final Drafts drafts;
    private final MessageSource messages;

    ImportPages(Bills bills, Drafts drafts, MessageSource messages) {
        this.bills = bills;
        this.drafts = drafts;
        this.messages = messages;
    }

    /** @param bill to which the text belongs; a new one may be typed instead */
    @GetMapping
    String form(@RequestParam(required = false) Long bill, Model model) {
        return page(bill == null ? ImportForm.EMPTY : ImportForm.of(bills.of(new BillId(bill))), Map.of(), model);
    }

    @PostMapping
    String take(
            ImportForm form,
            @RequestParam(required = false) MultipartFile file,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response)
            throws IOException {
        Map<String, String> faults = new LinkedHashMap<>(form.faults());
        try {
            HandedIn received = file == null
                    ? form.handedIn(null, null)
                    : form.handedIn(file.getOriginalFilename(), file.getBytes());
            ParsedDraft read = drafts.parse(received.fileName(), received.content());
            if (faults.isEmpty()) {
                ImportDraft command = form.command(received, read);
                drafts.requireNew(command);
                DraftId draft = drafts.importDraft(command);
                flash.addFlashAttribute(
                        "done", message("draft.import.done", read.tree().units().size()));
                flash.addAttribute("id", draft.value());
                return "redirect:/drafts/{id}";
            }
        } catch (NotFound unknown) {
            throw unknown;
        } catch (UnreadableDraft unreadable) {
            faults.putAll(form.fault(unreadable));
        } catch (RuleViolation refused) {
            faults.putAll(refused.byField());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("fileChosen", file != null && !file.isEmpty());
        return page(form, faults, model);
    }

    private String page(ImportForm form, Map<String, String> faults, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("faults", faults.isEmpty() ? null : inFormsOrder(faults));
        model.addAttribute("bills", bills.titles());
        model.addAttribute("readings", Reading.values());
        model.addAttribute("visibilities", Visibility.values());
        return "draft/import";
    }

    private static Map<String, String> inFormsOrder(Map<String, String> faults) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (String field : FIELDS) {
            if (faults.containsKey(field)) {
                ordered.put(field, faults.get(field));
            }
        }
        faults.forEach(ordered::putIfAbsent);
        return ordered;
    }

    private String message(String key, Object... words) {
        return messages.getMessage(key, words, LocaleContextHolder.getLocale());
    }
}
