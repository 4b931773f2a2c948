package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.ChineseNumber;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Texts made for tests. */
final class DraftTexts {

    private DraftTexts() {}

    /** Each article has two 款, the second with two 项. */
    static String ofArticles(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> """
                        第%s条 民事主体的人身权利、财产权利以及其他合法权益受法律保护，任何组织或者个人不得侵犯。
                        有下列情形之一的，适用前款规定：
                        （一）民事主体从事民事活动，应当遵循自愿原则；
                        （二）法律另有规定的。
                        """.formatted(ChineseNumber.write(n)))
                .collect(Collectors.joining("\n", "民法典\n\n第一编 总则\n\n第一章 基本规定\n\n", ""));
    }

    static byte[] docx(List<String> paragraphs) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            paragraphs.forEach(
                    paragraph -> document.createParagraph().createRun().setText(paragraph));
            document.write(bytes);
            return bytes.toByteArray();
        }
    }
}
