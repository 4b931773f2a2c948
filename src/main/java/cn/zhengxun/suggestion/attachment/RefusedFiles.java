package cn.zhengxun.suggestion.attachment;

import cn.zhengxun.kernel.RuleViolation;
import java.util.Map;

/** Files of a form were not taken; the sentences belong at its file field, see suggestion/attachments.html. */
public class RefusedFiles extends RuleViolation {
    /** The field's name on the page. */
    public static final String FIELD = "files";

    public RefusedFiles(String sentences) {
        super(sentences);
    }

    @Override
    public Map<String, String> byField() {
        return Map.of(FIELD, getMessage());
    }
}
