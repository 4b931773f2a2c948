package cn.zhengxun.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.support.StandardMultipartHttpServletRequest;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/**
 * Lets files up to the container's limit through only to the forms with words beside the file, which are shown again with the
 * words; they look at a file's size while it lies on the disk. All others read a file into memory, so they get none that is
 * much over the product's own limit. Reads late, so that each page's own controller answers.
 */
@Component("multipartResolver")
class UploadDoor extends StandardServletMultipartResolver {
    /** A little over 20 MB, so that the pages' own sentences are what people read. */
    private static final long LARGEST = 21L * 1024 * 1024;

    private static final Pattern WORDS_BESIDE = Pattern.compile("/[iq]/[^/]+|/consultations/[^/]+/offline");

    @Override
    public MultipartHttpServletRequest resolveMultipart(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return WORDS_BESIDE.matcher(path).matches()
                ? new StandardMultipartHttpServletRequest(request, true)
                : new Bounded(request);
    }

    private static final class Bounded extends StandardMultipartHttpServletRequest {
        Bounded(HttpServletRequest request) {
            super(request, true);
        }

        @Override
        protected void initializeMultipart() {
            super.initializeMultipart();
            try {
                for (Part part : getRequest().getParts()) {
                    if (part.getSize() > LARGEST) {
                        throw new MaxUploadSizeExceededException(LARGEST);
                    }
                }
            } catch (IOException | ServletException unreadable) {
                throw new MultipartException("the parts of a form could not be read", unreadable);
            }
        }
    }
}
