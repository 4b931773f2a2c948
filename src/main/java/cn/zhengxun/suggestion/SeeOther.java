package cn.zhengxun.suggestion;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The way on from a form that was handed in: 303, so that reloading the next page sends nothing again. */
public final class SeeOther {
    private SeeOther() {}

    /** @param path within this application */
    public static ModelAndView to(String path) {
        RedirectView view = new RedirectView(path, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }
}
