package cn.zhengxun.outreach.wording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The product's own texts, one file for each kind in {@code wording/}. */
@Component
class ShippedWordings {
    private final Map<MessageKind, Wording> byKind = new EnumMap<>(MessageKind.class);

    ShippedWordings() {
        for (MessageKind kind : MessageKind.values()) {
            ClassPathResource file = new ClassPathResource("wording/" + kind.key() + ".txt");
            try {
                byKind.put(kind, Wording.read(file.getContentAsString(StandardCharsets.UTF_8)));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    Wording of(MessageKind kind) {
        return byKind.get(kind);
    }
}
