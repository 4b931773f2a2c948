package cn.zhengxun.web;

import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.privacy.Chapter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A copy to take away (个人信息保护法 45): plain text to be read, or JSON for another program. */
@Component
class CopyFile {
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    /** Windows reads a text as UTF-8 only where it begins with this. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final ObjectMapper json;
    private final String office;
    private final Clock clock;

    CopyFile(ObjectMapper json, @Value("${zhengxun.office:基层立法联系点}") String office, Clock clock) {
        this.json = json;
        this.office = office;
        this.clock = clock;
    }

    /** @param format json, or anything else for text */
    ResponseEntity<byte[]> answer(List<Chapter> chapters, String format) {
        boolean machine = "json".equals(format);
        byte[] file = machine ? json(chapters) : (BYTE_ORDER_MARK + text(chapters)).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(machine ? MediaType.APPLICATION_JSON : TEXT)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("我的个人信息." + (machine ? "json" : "txt"), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(file);
    }

    private String text(List<Chapter> chapters) {
        StringBuilder text = new StringBuilder(office)
                .append("保存的您的个人信息\r\n截至")
                .append(Shanghai.minute(clock.instant()))
                .append("\r\n");
        for (Chapter chapter : chapters) {
            text.append("\r\n【").append(chapter.heading()).append("】\r\n");
            chapter.facts()
                    .forEach(fact -> text.append(fact.label())
                            .append("：")
                            .append(fact.text())
                            .append("\r\n"));
        }
        return text.toString();
    }

    private byte[] json(List<Chapter> chapters) {
        Map<String, Object> copy = new LinkedHashMap<>();
        copy.put("office", office);
        copy.put("madeAt", clock.instant().toString());
        copy.put("chapters", chapters);
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(copy);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("plain texts cannot be written as JSON", impossible);
        }
    }
}
