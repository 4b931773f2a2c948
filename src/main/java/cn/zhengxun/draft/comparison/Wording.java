package cn.zhengxun.draft.comparison;

import cn.zhengxun.draft.clause.Clause;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Words made comparable: spaces, punctuation and the width of characters do not count.
 *
 * @param exact for telling the same words from other ones; punctuation counts, its width does not
 * @param words letters and digits only
 * @param sentences the words between full stops or semicolons; at least one
 * @param phrases the words between any stops; at least one
 */
record Wording(String exact, String words, List<String> sentences, List<String> phrases) {
    private static final int SHORTEST = 4;

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SENTENCE_END = Pattern.compile("[。.;!?\n]");
    private static final Pattern PHRASE_END = Pattern.compile("[。.;!?\n,:]");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    static Wording of(List<Clause> clauses) {
        StringBuilder lines = new StringBuilder();
        for (Clause clause : clauses) {
            lines.append(clause.text()).append('\n');
        }
        return of(lines.toString());
    }

    static Wording of(String text) {
        String even = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String words = bare(even);
        return new Wording(exact(even), words, parts(even, SENTENCE_END, words), parts(even, PHRASE_END, words));
    }

    private static String exact(String even) {
        return SPACE.matcher(even)
                .replaceAll("")
                .replace('。', '.')
                .replace('“', '"')
                .replace('”', '"')
                .replace('‘', '\'')
                .replace('’', '\'');
    }

    private static List<String> parts(String even, Pattern end, String whole) {
        List<String> parts = new ArrayList<>();
        for (String part : end.split(even)) {
            String bare = bare(part);
            if (bare.length() >= SHORTEST) {
                parts.add(bare);
            }
        }
        return parts.isEmpty() ? List.of(whole) : List.copyOf(parts);
    }

    private static String bare(String even) {
        return NO_WORD.matcher(even).replaceAll("");
    }
}
