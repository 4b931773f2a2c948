package cn.zhengxun.sheet;

import java.util.List;

/** A column of a table that people fill in: a constant of an enum, in the order in which they are written; read in any order. */
public interface Column {
    /** As of an enum. */
    int ordinal();

    String heading();

    /** The heading in a template. */
    default String written() {
        return heading();
    }

    /** What goes into it, in a sentence. */
    String explanation();

    /** In characters. */
    int width();

    /** Whether a file without it is refused. */
    default boolean required() {
        return true;
    }

    /** Whether a number in it means a day. */
    default boolean day() {
        return false;
    }

    /** Whether what stands in it is somebody's words, which stay to the last space, however many. */
    default boolean words() {
        return false;
    }

    /** What a spreadsheet offers; empty where anything may be written. */
    default List<String> choices() {
        return List.of();
    }

    /** A heading without spaces, the star of what is required, and what stands in brackets. */
    static String plain(String heading) {
        return heading.replaceAll("[\\s\\u3000*＊]+|（.*）|\\(.*\\)", "");
    }
}
