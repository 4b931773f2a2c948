package cn.zhengxun.draft.clause;

/**
 * Whether reading stands within quoted words. Each paragraph of a long quotation opens anew and only the last one
 * closes, so a quotation mark that begins a line opens nothing where one is open.
 */
final class Quotation {
    private int depth;

    boolean isOpen() {
        return depth > 0;
    }

    void close() {
        depth = 0;
    }

    void read(String line) {
        boolean straight = depth > 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean reopens = i == 0 && depth > 0;
            if ((c == '“' || c == '「') && !reopens) {
                depth++;
            } else if (c == '”' || c == '」') {
                depth = Math.max(0, depth - 1);
            } else if (c == '"' && !reopens) {
                straight = !straight;
                depth = straight ? depth + 1 : Math.max(0, depth - 1);
            }
        }
    }

    /** Whether the line's own words are quoted: it stands within a quotation or begins with one. */
    boolean holds(String line) {
        return depth > 0 || line.startsWith("“") || line.startsWith("\"") || line.startsWith("「");
    }
}
