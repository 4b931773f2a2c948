package cn.zhengxun.directory;

import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
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

/** The tags by family, and the page on which one of them is renamed, merged or deleted. */
@Controller
@RequestMapping("/directory/tags")
@PreAuthorize("hasAuthority('staff')")
class TagPages {
    private final TagCatalogue tags;
    private final MessageSource messages;

    TagPages(TagCatalogue tags, MessageSource messages) {
        this.tags = tags;
        this.messages = messages;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("families", tags.byFamily());
        return "directory/tags";
    }

    @PostMapping
    String add(
            @RequestParam(defaultValue = "") String family,
            @RequestParam(defaultValue = "") String name,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        try {
            tags.add(new AddTag(new Tag(family, name.strip())));
        } catch (RuleViolation refused) {
            refuse(refused, family, name, model, response);
            return list(model);
        }
        return done("directory.done.tag-added", flash);
    }

    @GetMapping("/{id}")
    String edit(@PathVariable long id, Model model) {
        TagUse tag = find(id);
        model.addAttribute("family", tag.family());
        model.addAttribute("name", tag.name());
        return show(tag, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String family,
            @RequestParam(defaultValue = "") String name,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        TagUse tag = find(id);
        try {
            tags.change(new ChangeTag(id, new Tag(family, name.strip())));
        } catch (RuleViolation refused) {
            refuse(refused, family, name, model, response);
            return show(tag, model);
        }
        return done("directory.done.tag-changed", flash);
    }

    @PostMapping("/{id}/merge")
    String merge(
            @PathVariable long id,
            @RequestParam(required = false) Long into,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        TagUse tag = find(id);
        try {
            if (into == null) {
                throw new RuleViolation("请选择并入哪一个标签。");
            }
            tags.merge(new MergeTags(id, into));
        } catch (RuleViolation refused) {
            refuse(refused, tag.family(), tag.name(), model, response);
            return show(tag, model);
        }
        return done("directory.done.tags-merged", flash);
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable long id, Model model, RedirectAttributes flash, HttpServletResponse response) {
        TagUse tag = find(id);
        try {
            tags.delete(new DeleteTag(id));
        } catch (RuleViolation refused) {
            refuse(refused, tag.family(), tag.name(), model, response);
            return show(tag, model);
        }
        return done("directory.done.tag-deleted", flash);
    }

    private TagUse find(long id) {
        return tags.find(id).orElseThrow(() -> new NotFound("没有这个标签，可能已被删除或并入别的标签。"));
    }

    private String show(TagUse tag, Model model) {
        model.addAttribute("tag", tag);
        model.addAttribute("families", tags.byFamily());
        return "directory/tag";
    }

    private static void refuse(
            RuleViolation refused, String family, String name, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("faults", refused.byField());
        model.addAttribute("family", family);
        model.addAttribute("name", name);
    }

    private String done(String key, RedirectAttributes flash) {
        flash.addFlashAttribute("done", messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE));
        return "redirect:/directory/tags";
    }
}
