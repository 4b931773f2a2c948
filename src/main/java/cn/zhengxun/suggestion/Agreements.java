package cn.zhengxun.suggestion;

import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Reads from a form what the consents in it were given on. */
@Component
public class Agreements {
    private final ConsentWordings wordings;

    Agreements(ConsentWordings wordings) {
        this.wordings = wordings;
    }

    public Agreement of(MultiValueMap<String, String> typed) {
        String wording = wordings.orCurrent(typed.getFirst("wording"));
        String name = typed.getFirst("guardianName");
        return typed.containsKey("guardian")
                ? new Agreement(
                        wording,
                        Agreement.ofGuardian(name == null ? null : name.replace("\0", ""))
                                .guardian())
                : new Agreement(wording, null);
    }

    /** How long what is kept, in one sentence. */
    public String retention() {
        return wordings.retention();
    }

    /** To be sent along with the form. */
    public String shown() {
        return wordings.current();
    }
}
