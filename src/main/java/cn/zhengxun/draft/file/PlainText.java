package cn.zhengxun.draft.file;

import cn.zhengxun.draft.clause.UnreadableDraft;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Text in the encodings that Chinese offices produce: UTF-8, GB18030, and Notepad's UTF-16 with a byte order mark. */
final class PlainText {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private PlainText() {}

    /** @throws UnreadableDraft where the bytes are no text in any of them */
    static String decode(byte[] content) {
        for (Charset charset : candidates(content)) {
            try {
                String text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(content))
                        .toString();
                if (text.indexOf('\0') < 0) {
                    return text;
                }
            } catch (CharacterCodingException otherEncoding) {
                continue;
            }
        }
        throw new UnreadableDraft("这份文件不是文字文件，或者文字已经损坏。请检查是否选错文件，或者另存为 Word 文档（.docx）再导入。");
    }

    private static List<Charset> candidates(byte[] content) {
        int first = content.length > 1 ? (content[0] & 0xFF) << 8 | content[1] & 0xFF : 0;
        return first == 0xFFFE || first == 0xFEFF
                ? List.of(StandardCharsets.UTF_16)
                : List.of(StandardCharsets.UTF_8, GB18030);
    }
}
