package cn.zhengxun.draft.file;

import cn.zhengxun.draft.clause.Line;
import cn.zhengxun.draft.clause.UnreadableDraft;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * The draft in a web page saved from a browser, or from Word. Nothing that the page refers to is fetched: no picture,
 * style, frame or script.
 */
final class WebPage {
    /** Far more than the Civil Code needs with a tag around every word; each costs some hundred bytes of memory. */
    private static final int MOST_TAGS = 400_000;

    private static final int DEEPEST = 3_000;
    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][\\w:]*+|[!?])");
    private static final Set<String> FLAT = Set.of(
            "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "br", "hr", "img", "meta",
            "link", "input", "col", "base", "area", "wbr", "embed", "source", "!", "?");

    private static final int LOOKED_AT = 4_096;
    private static final Pattern CHARSET =
            Pattern.compile("(?:charset|encoding)\\s*=\\s*[\"']?\\s*([\\w:.-]{3,20})", Pattern.CASE_INSENSITIVE);

    private static final String NO_TEXT =
            "script, style, noscript, template, iframe, frame, object, embed, svg, math annotation, select, button,"
                    + " input, textarea, nav, footer, aside, del, rt, rp, [hidden], [style~=(?i)display\\s*:\\s*none],"
                    + " [style~=(?i)mso-hide\\s*:\\s*all], [style~=(?i)mso-element\\s*:\\s*(header|footer)],"
                    + " body > header, body > div > header";

    private WebPage() {}

    /** @throws UnreadableDraft where its mark-up is beyond all measure */
    static List<Line> read(byte[] content) {
        String html = decode(content);
        measure(html);
        Document page = Jsoup.parse(html, "");
        String title = page.title();
        page.select(NO_TEXT).remove();
        return new PageText(page.body()).draft(title);
    }

    static UnreadableDraft tooMuchMarkup() {
        return new UnreadableDraft("这份网页的标记多得不像一部草案，没有读取。请复制其中的草案文字，存为纯文本（.txt）再导入。");
    }

    /** Elements that hold others and end only where it is said; the parser's time grows with the square of their depth. */
    private static void measure(String html) {
        int tags = 0;
        int depth = 0;
        Matcher tag = TAG.matcher(html);
        while (tag.find()) {
            TimeLimit.check();
            boolean nests = !FLAT.contains(tag.group(2).toLowerCase(Locale.ROOT));
            depth = Math.max(0, depth + (!nests ? 0 : tag.group(1).isEmpty() ? 1 : -1));
            if (++tags > MOST_TAGS || depth > DEEPEST) {
                throw tooMuchMarkup();
            }
        }
    }

    /** The named encoding, else UTF-8, else what Chinese offices write; single wrong bytes do no harm to a page. */
    private static String decode(byte[] content) {
        if (PlainText.isUtf16(content)) {
            return new String(content, StandardCharsets.UTF_16);
        }
        Charset named = named(content);
        for (Charset charset : List.of(named, StandardCharsets.UTF_8, PlainText.GB18030)) {
            Optional<String> text = PlainText.decode(content, charset);
            if (text.isPresent()) {
                return text.get();
            }
        }
        return new String(content, named);
    }

    private static Charset named(byte[] content) {
        String beginning = new String(content, 0, Math.min(content.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        Matcher matcher = CHARSET.matcher(beginning);
        if (!beginning.startsWith("ï»¿") && matcher.find()) {
            String name = matcher.group(1).toLowerCase(Locale.ROOT);
            // what calls itself gb2312 or gbk is read as what has all their characters
            return name.startsWith("gb") || name.contains("936") ? PlainText.GB18030 : StandardCharsets.UTF_8;
        }
        return StandardCharsets.UTF_8;
    }
}
