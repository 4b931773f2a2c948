package cn.zhengxun.draft.search;

import cn.zhengxun.draft.clause.ChineseNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed to search by: any text at all. Words stand apart by spaces or punctuation and all have to be found;
 * what stands in quotation marks is found only as it is written; 第七十二条 also means the article of that number.
 *
 * @param terms in the order typed; none where nothing but punctuation was typed
 */
public record Question(List<Term> terms) {
    static final int LONGEST = 200;

    private static final int MOST_TERMS = 16;
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"|“([^“”]+)”|「([^「」]+)」|『([^『』]+)』");
    private static final String NUMERAL = "[" + ChineseNumber.CHARACTERS + "]{1,9}";
    private static final Pattern ARTICLE = Pattern.compile(
            "第(" + NUMERAL + ")条(?:之(" + NUMERAL + "))?(?:第" + NUMERAL + "款)?(?:第[（(]?" + NUMERAL + "[）)]?项)?");

    /**
     * @param words folded as in the index, without punctuation; never empty
     * @param exact whether to be found only as written
     * @param article the number of an article, such as 72 or 7-1; null for other words
     */
    record Term(String words, boolean exact, String article) {}

    public Question {
        terms = List.copyOf(terms);
    }

    public static Question of(String typed) {
        int most = Math.min(typed.length(), LONGEST);
        String text = typed.substring(0, most);
        List<Term> terms = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(text);
        int rest = 0;
        while (quoted.find()) {
            addWords(text.substring(rest, quoted.start()), terms);
            String words = plain(quoted.group().substring(1, quoted.group().length() - 1));
            if (!words.isEmpty()) {
                terms.add(new Term(words, true, null));
            }
            rest = quoted.end();
        }
        addWords(text.substring(rest), terms);
        return new Question(terms.stream().distinct().limit(MOST_TERMS).toList());
    }

    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /** Whether a title holds every word; false where nothing is asked. */
    public boolean isIn(String title) {
        String plain = plain(title);
        return !terms.isEmpty() && terms.stream().allMatch(term -> plain.contains(term.words()));
    }

    /** @return 72 for 第七十二条 and 7-1 for 第7条之一; empty where the text names no article */
    public static Optional<String> article(String text) {
        Matcher matcher = ARTICLE.matcher(text);
        return matcher.lookingAt() ? number(matcher) : Optional.empty();
    }

    private static void addWords(String text, List<Term> terms) {
        Matcher article = ARTICLE.matcher(text);
        int rest = 0;
        while (article.find()) {
            Optional<String> number = number(article);
            if (number.isPresent()) {
                addPlainWords(text.substring(rest, article.start()), terms);
                terms.add(new Term(cited(number.get()), true, number.get()));
                rest = article.end();
            }
        }
        addPlainWords(text.substring(rest), terms);
    }

    private static Optional<String> number(Matcher article) {
        int number = ChineseNumber.read(article.group(1));
        int insertion = article.group(2) == null ? 0 : ChineseNumber.read(article.group(2));
        return number == 0
                ? Optional.empty()
                : Optional.of(insertion == 0 ? Integer.toString(number) : number + "-" + insertion);
    }

    /** @param number such as 72 or 7-1; @return as texts cite it: 第七十二条, 第七条之一 */
    private static String cited(String number) {
        String[] parts = number.split("-");
        String article = "第" + ChineseNumber.write(Integer.parseInt(parts[0])) + "条";
        return parts.length == 1 ? article : article + "之" + ChineseNumber.write(Integer.parseInt(parts[1]));
    }

    private static void addPlainWords(String text, List<Term> terms) {
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (SingleCharacters.isWord(character)) {
                word.appendCodePoint(SingleCharacters.folded(character));
            } else if (!word.isEmpty()) {
                terms.add(new Term(word.toString(), false, null));
                word.setLength(0);
            }
        });
        if (!word.isEmpty()) {
            terms.add(new Term(word.toString(), false, null));
        }
    }

    /** Folded, without punctuation and spaces. */
    static String plain(String text) {
        StringBuilder words = new StringBuilder();
        text.codePoints()
                .filter(SingleCharacters::isWord)
                .forEach(character -> words.appendCodePoint(SingleCharacters.folded(character)));
        return words.toString();
    }
}
