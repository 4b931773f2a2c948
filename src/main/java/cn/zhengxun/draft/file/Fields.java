package cn.zhengxun.draft.file;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** The fields of one paragraph: their instructions are no text, their results are, but for the numbers of pages. */
final class Fields {
    private static final Pattern PAGE =
            Pattern.compile("\\s*(PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final int LONGEST_INSTRUCTION = 400;

    /** One field while it is read. */
    private static final class Field {
        private final StringBuilder instruction = new StringBuilder();
        private boolean shown;
    }

    private final Deque<Field> open = new ArrayDeque<>();

    static boolean isPage(String instruction) {
        return PAGE.matcher(instruction).matches();
    }

    /** @param type begin, separate or end, as a docx calls them */
    void mark(String type) {
        if (type.equals("begin")) {
            open.push(new Field());
        } else if (!open.isEmpty() && type.equals("separate")) {
            open.peek().shown = !isPage(open.peek().instruction.toString());
        } else if (!open.isEmpty() && type.equals("end")) {
            open.pop();
        }
    }

    void instruct(String words) {
        if (!open.isEmpty() && open.peek().instruction.length() < LONGEST_INSTRUCTION) {
            open.peek().instruction.append(words);
        }
    }

    /** Whether what comes now is text. */
    boolean shown() {
        return open.stream().allMatch(field -> field.shown);
    }

    /** Whether what comes now is a field's instruction. */
    boolean instructs() {
        return !open.isEmpty() && !open.peek().shown;
    }
}
