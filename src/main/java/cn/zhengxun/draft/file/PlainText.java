package cn.zhengxun.draft.file;

import cn.zhengxun.draft.clause.Line;
import cn.zhengxun.draft.clause.UnreadableDraft;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Text in the encodings that Chinese offices produce: UTF-8, GB18030, and Notepad's UTF-16 with a byte order mark. */
final class PlainText {
    static final Charset GB18030 = Charset.forName("GB18030");

    private PlainText() {}

    /** @throws UnreadableDraft where the bytes are no text in any of them */
    static List<Line> read(byte[] content) {
        TextFlow flow = new TextFlow();
        flow.paragraph(decode(content));
        return flow.lines();
    }

    private static String decode(byte[] content) {
        for (Charset charset : candidates(content)) {
            Optional<String> text = decode(content, charset);
            if (text.isPresent() && text.get().indexOf('\0') < 0) {
                return text.get();
            }
        }
        throw new UnreadableDraft("这份文件不是文字文件，或者文字已经损坏。请检查是否选错文件，或者另存为 Word 文档（.docx）再导入。");
    }

    /** @return empty where a byte is wrong in that encoding */
    static Optional<String> decode(byte[] content, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException otherEncoding) {
            return Optional.empty();
        }
    }

    private static List<Charset> candidates(byte[] content) {
        return isUtf16(content) ? List.of(StandardCharsets.UTF_16) : List.of(StandardCharsets.UTF_8, GB18030);
    }

    /** Whether the bytes begin with UTF-16's byte order mark. */
    static boolean isUtf16(byte[] content) {
        int first = content.length > 1 ? (content[0] & 0xFF) << 8 | content[1] & 0xFF : 0;
        return first == 0xFFFE || first == 0xFEFF;
    }
}
