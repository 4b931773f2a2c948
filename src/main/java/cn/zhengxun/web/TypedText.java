package cn.zhengxun.web;

import java.beans.PropertyEditorSupport;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** NUL is left out of what is typed or stands in an address: nobody types it, and PostgreSQL can neither keep nor seek it. */
@ControllerAdvice
class TypedText {

    @InitBinder
    void withoutNul(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(text == null ? null : text.replace("\0", ""));
            }
        });
    }
}
