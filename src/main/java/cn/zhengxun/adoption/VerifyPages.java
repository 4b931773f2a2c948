package cn.zhengxun.adoption;

import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.outreach.Guesses;
import cn.zhengxun.outreach.UnknownLink;
import cn.zhengxun.outreach.WithoutAccount;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Whoever is shown a certificate asks here whether it is genuine: the figures as issued, and no more of the name than its
 * first character. A code that was never given out is answered alike, whatever is wrong with it, and counts as a guess.
 */
@Controller
@WithoutAccount
@RequestMapping("/verify")
@PreAuthorize("permitAll()")
class VerifyPages {
    private static final int LONGEST = 40;

    private final Certificates certificates;
    private final Directory directory;
    private final Guesses guesses;

    VerifyPages(Certificates certificates, Directory directory, Guesses guesses) {
        this.certificates = certificates;
        this.directory = directory;
        this.guesses = guesses;
    }

    @GetMapping
    ModelAndView ask(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        return code.isBlank() ? new ModelAndView("adoption/verify") : answer(code, request);
    }

    @GetMapping("/{code}")
    ModelAndView scanned(@PathVariable String code, HttpServletRequest request) {
        return answer(code, request);
    }

    private ModelAndView answer(String code, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("adoption/verify")
                .addObject("typed", code.length() <= LONGEST ? code : code.substring(0, LONGEST));
        Optional<Certificates.Verified> found = certificates.verify(code);
        if (found.isPresent()) {
            return page.addObject("verified", found.get())
                    .addObject("name", masked(found.get().certificate()).orElse(null));
        }
        if (guesses.failed(request.getRemoteAddr())) {
            throw new UnknownLink();
        }
        page.setStatus(HttpStatus.NOT_FOUND);
        return page.addObject("unknown", true);
    }

    /** 王秀英 becomes 王*; empty once the person was erased. */
    private Optional<String> masked(Certificate certificate) {
        return Optional.ofNullable(certificate.informant())
                .flatMap(directory::informant)
                .map(Informant::name)
                .filter(name -> !name.isEmpty())
                .map(name -> name.substring(0, name.offsetByCodePoints(0, 1)) + "*");
    }
}
