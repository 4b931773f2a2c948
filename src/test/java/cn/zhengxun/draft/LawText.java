package cn.zhengxun.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A promulgated law as its Markdown prints it, cut by a way that shares nothing with the product: one block per
 * printed line. From it the same law is typed in other formats, and it says what must be read from them.
 */
record LawText(String title, List<String> notes, List<Block> blocks) {
    private static final Pattern DIVISION = Pattern.compile("(#{2,3}) (第[零一二三四五六七八九十百]+[章节])[ \u3000]*(.*)");
    private static final Pattern ARTICLE = Pattern.compile("(第[零一二三四五六七八九十百]+条) (.*)");
    private static final Pattern ITEM = Pattern.compile("(（[一二三四五六七八九十]+）)(.*)");
    private static final String END_OF_NOTES = "<!-- INFO END -->";

    enum Kind {
        CHAPTER,
        SECTION,
        ARTICLE,
        PARAGRAPH,
        ITEM,
        /** A further printed line of the 项 before it. */
        MORE_OF_ITEM,
        ANNEX
    }

    /** @param mark as typed: 第一条, （一）; empty where the line has none */
    record Block(Kind kind, String mark, String words) {
        boolean isDivision() {
            return kind == Kind.CHAPTER || kind == Kind.SECTION;
        }

        /** The typed line. */
        String line() {
            return kind == Kind.ITEM ? mark + words : (mark + " " + words).strip();
        }
    }

    /** One 款: its own words and those of its 项. */
    record Paragraph(String words, List<String> items) {}

    static LawText of(PromulgatedLaw law) {
        String[] parts = law.text().split(END_OF_NOTES);
        List<String> head = printed(parts[0]);
        List<Block> blocks = new ArrayList<>();
        List<String> body = printed(parts[1]);
        for (int i = 0; i < body.size(); i++) {
            String next = i + 1 < body.size() ? body.get(i + 1) : "";
            boolean begun = !blocks.isEmpty();
            if (begun && continuesTitle(blocks, body.get(i))) {
                Block division = blocks.remove(blocks.size() - 1);
                blocks.add(new Block(division.kind(), division.mark(), division.words() + body.get(i)));
            } else if (begun
                    || DIVISION.matcher(body.get(i)).matches()
                    || ARTICLE.matcher(body.get(i)).matches()) {
                blocks.add(block(body.get(i), next, begun ? blocks.get(blocks.size() - 1) : null));
            }
        }
        String title = head.get(0).replaceFirst("^# ", "");
        List<String> notes =
                head.stream().skip(1).filter(note -> !title.contains(note)).toList();
        return new LawText(title, notes, blocks);
    }

    /** A long title of a 章 is printed over two lines; text before the first 条 of a 章 does not occur. */
    private static boolean continuesTitle(List<Block> blocks, String line) {
        return blocks.get(blocks.size() - 1).isDivision()
                && !DIVISION.matcher(line).matches()
                && !ARTICLE.matcher(line).matches();
    }

    private static List<String> printed(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static Block block(String line, String next, Block before) {
        Matcher division = DIVISION.matcher(line);
        if (division.matches()) {
            Kind kind = division.group(1).length() == 2 ? Kind.CHAPTER : Kind.SECTION;
            return new Block(kind, division.group(2), division.group(3));
        }
        Matcher article = ARTICLE.matcher(line);
        if (article.matches()) {
            return new Block(Kind.ARTICLE, article.group(1), article.group(2));
        }
        Matcher item = ITEM.matcher(line);
        if (item.matches()) {
            return new Block(Kind.ITEM, item.group(1), item.group(2));
        }
        if (line.startsWith("附件")) {
            return new Block(Kind.ANNEX, "", line);
        }
        boolean withinList =
                before != null && before.kind() == Kind.ITEM && next.startsWith("（") && !next.startsWith("（一）");
        return new Block(withinList ? Kind.MORE_OF_ITEM : Kind.PARAGRAPH, "", line);
    }

    /** @return of each article its 款; words without any space, which formats keep or lose */
    List<List<Paragraph>> articles() {
        List<List<Paragraph>> articles = new ArrayList<>();
        List<String> items = null;
        for (Block block : blocks) {
            switch (block.kind()) {
                case ARTICLE -> {
                    articles.add(new ArrayList<>());
                    items = addParagraph(articles, block);
                }
                case PARAGRAPH -> items = addParagraph(articles, block);
                case ITEM -> items.add(unspaced(block.words()));
                case MORE_OF_ITEM -> items.set(items.size() - 1, items.get(items.size() - 1) + unspaced(block.words()));
                default -> {
                    // divisions and annexes hold no 款
                }
            }
        }
        return articles;
    }

    private static List<String> addParagraph(List<List<Paragraph>> articles, Block block) {
        Paragraph paragraph = new Paragraph(unspaced(block.words()), new ArrayList<>());
        articles.get(articles.size() - 1).add(paragraph);
        return paragraph.items();
    }

    /** @return 第一章总则 and so on, without spaces */
    List<String> divisions() {
        return blocks.stream()
                .filter(Block::isDivision)
                .map(block -> unspaced(block.line()))
                .toList();
    }

    static String unspaced(String words) {
        return words.replaceAll("[\\s\\p{Zs}]", "");
    }
}
