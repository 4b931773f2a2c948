package cn.zhengxun.draft.file;

/**
 * A paragraph as a document holds it, with its spaces; line feeds are breaks within it.
 *
 * @param row a row of a table, cells divided by " | "
 */
record Printed(String text, boolean row) {
    boolean isBlank() {
        return text.isBlank();
    }
}
