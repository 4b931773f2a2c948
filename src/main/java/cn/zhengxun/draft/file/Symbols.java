package cn.zhengxun.draft.file;

import java.util.Map;

/** Characters that Word takes from a symbol font, as far as they mean something in a law: the boxes of annexed forms. */
final class Symbols {
    private static final Map<Integer, String> SHAPES =
            Map.of(0x6F, "□", 0x71, "□", 0xA8, "□", 0xFE, "☑", 0x52, "☑", 0xFC, "√", 0xD7, "×", 0xB1, "±");

    private static final int PRIVATE = 0xF000;

    private Symbols() {}

    /** @param code hexadecimal; @return what it looks like, empty for a mere ornament */
    static String of(String code) {
        return code.matches("[0-9A-Fa-f]{1,4}") ? of(Integer.parseInt(code, 16)) : "";
    }

    static String of(int code) {
        if (code >= 0x2000 && code < 0xD800) {
            return String.valueOf((char) code);
        }
        int inFont = code >= PRIVATE && code <= PRIVATE + 0xFF ? code - PRIVATE : code;
        return SHAPES.getOrDefault(inFont, "");
    }
}
