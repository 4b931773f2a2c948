package cn.zhengxun.draft.file;

import cn.zhengxun.draft.file.PageText.Event;
import cn.zhengxun.draft.file.PageText.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What of a page is the draft: the smallest element that holds all its articles, with the title and the note on its
 * passing where these stand above it, without the words for sharing, printing and going on.
 */
final class DraftOfPage {
    private static final int FARTHEST_TITLE = 80;
    private static final int LONGEST_TOOL = 60;

    private static final Pattern TITLE = Pattern.compile(
            "[^。；：:，]{1,80}(法|条例|规定|办法|规则|细则|决定|章程|制度|规程|准则|解释|意见|批复)(修订草案|修正案|草案|征求意见稿|送审稿|讨论稿)?([\\s\\p{Zs}]*[（(][^（()）]{1,60}[）)]){0,3}");
    private static final Pattern NOTE =
            Pattern.compile(".*\\d{4}年\\d{1,2}月\\d{1,2}日.*(通过|修订|修正|公布|批准|施行|发布|根据).*|[（(].*[）)]");
    private static final Pattern ANNEX =
            Pattern.compile("附(件|录|表|图)?[ 0-9一二三四五六七八九十]{0,4}([:：].*)?|附(件|录|表|图)[0-9一二三四五六七八九十]{1,3}.*");

    private static final Pattern TOOL =
            Pattern.compile("[\\s\\p{Zs}【\\[（(]*((打印|关闭|分享|收藏|转发|返回)(本页|本文|此页|窗口|页面|顶部|首页|列表|到).{0,30}"
                    + "|(上|下)一(篇|页|条)[：:].*"
                    + "|(责任编辑|责编|编辑|来源|信息来源|文章来源|稿源|作者|发布时间|发布日期|发布机构|索引号|浏览次数|浏览量|点击数|点击量|阅读次数|阅读量"
                    + "|字体|字号|浏览字号|字体大小|您的位置|您现在的位置|当前位置|所在位置|主办|主办单位|承办单位|技术支持|相关链接|相关新闻|相关阅读)[\\s\\p{Zs}]*[：:].*"
                    + "|.*(ICP备|公网安备|网站标识码|版权所有|Copyright|All Rights Reserved).*)[】\\]）)\\s\\p{Zs}]*");

    /** What may also be the words of a cell. */
    private static final Pattern TOOL_OUTSIDE_TABLES = Pattern.compile(
            "[\\s\\p{Zs}【\\[（(]*(打印|关闭|分享|收藏|转发|纠错|返回|首页|网站地图|联系我们|关于我们|相关链接|相关新闻|相关阅读|扫一扫.{0,20}|手机版|无障碍"
                    + "|微信|微博|QQ空间|大|中|小|默认)([\\s\\p{Zs}|｜>＞·]+.{0,20})?[】\\]）)\\s\\p{Zs}]*");

    private final List<Event> events;

    DraftOfPage(List<Event> events) {
        this.events = events;
    }

    /** @return all events without tools where no article is found */
    List<Event> events(String pageTitle) {
        List<Integer> headings = headings();
        if (headings.isEmpty()) {
            return withoutTools(events);
        }
        Element whole = whole(headings);
        int first = headings.get(0);
        int last = headings.get(headings.size() - 1);
        while (first > 0 && isWithin(events.get(first - 1), whole)) {
            first--;
        }
        while (last + 1 < events.size() && isWithin(events.get(last + 1), whole)) {
            last++;
        }
        List<Event> draft = new ArrayList<>(above(first, headings.get(0), pageTitle));
        draft.addAll(withoutTools(events.subList(first, annexEnd(whole, last) + 1)));
        return draft;
    }

    private static List<Event> withoutTools(List<Event> events) {
        List<Event> left = new ArrayList<>();
        int tables = 0;
        for (Event event : events) {
            tables += event.kind() == Kind.TABLE ? 1 : event.kind() == Kind.TABLE_END ? -1 : 0;
            boolean tool =
                    isTool(event) && (tables <= 0 || TOOL.matcher(event.text()).matches());
            if (!tool) {
                left.add(event);
            }
        }
        return left;
    }

    private List<Integer> headings() {
        List<Integer> headings = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).kind() == Kind.LINE
                    && Articles.numberIn(events.get(i).text()) > 0) {
                headings.add(i);
            }
        }
        return headings;
    }

    /** The lowest element above all headings; never part of a table's frame, nor a single paragraph. */
    private Element whole(List<Integer> headings) {
        List<Element> shared = ancestors(events.get(headings.get(0)).place());
        int common = shared.size();
        for (int heading : headings) {
            TimeLimit.check();
            List<Element> others = ancestors(events.get(heading).place());
            int same = 0;
            while (same < Math.min(common, others.size()) && shared.get(same) == others.get(same)) {
                same++;
            }
            common = same;
        }
        Element whole = shared.get(common - 1);
        boolean single = headings.size() == 1 || isParagraph(whole);
        while (whole.parent() != null
                && (Set.of("tr", "tbody", "thead", "tfoot").contains(whole.normalName())
                        || single && isParagraph(whole))) {
            whole = whole.parent();
        }
        return whole;
    }

    private static boolean isParagraph(Element element) {
        return Set.of("p", "li", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6").contains(element.normalName());
    }

    /** Outermost first. */
    private static List<Element> ancestors(Element element) {
        List<Element> chain = new ArrayList<>();
        for (Element one = element; one != null; one = one.parent()) {
            TimeLimit.check();
            chain.add(one);
        }
        Collections.reverse(chain);
        return chain;
    }

    private static boolean isWithin(Event event, Element whole) {
        for (Element one = event.place(); one != null; one = one.parent()) {
            TimeLimit.check();
            if (one == whole) {
                return true;
            }
        }
        return false;
    }

    /** The title and the notes below it, where the element of the articles does not hold them. */
    private List<Event> above(int first, int firstHeading, String pageTitle) {
        for (int i = first; i < firstHeading; i++) {
            if (isTitle(events.get(i))) {
                return List.of();
            }
        }
        for (int i = first - 1; i >= Math.max(0, first - FARTHEST_TITLE); i--) {
            if (isTitle(events.get(i))) {
                List<Event> kept = new ArrayList<>(List.of(events.get(i)));
                events.subList(i + 1, first).stream()
                        .filter(event -> event.kind() == Kind.LINE
                                && !isTool(event)
                                && NOTE.matcher(event.text().strip()).matches())
                        .forEach(kept::add);
                return kept;
            }
        }
        String bare = pageTitle.split("[-_|—–]", 2)[0].strip();
        return TITLE.matcher(bare).matches() ? List.of(new Event(Kind.LINE, bare, null)) : List.of();
    }

    private static boolean isTitle(Event event) {
        return event.kind() == Kind.LINE && TITLE.matcher(event.text().strip()).matches();
    }

    /** What is annexed may stand below the element of the articles. */
    private int annexEnd(Element whole, int last) {
        int next = last + 1;
        while (next < events.size() && (events.get(next).kind() != Kind.LINE || isTool(events.get(next)))) {
            next++;
        }
        if (whole.parent() == null
                || next == events.size()
                || !ANNEX.matcher(events.get(next).text().strip()).matches()) {
            return last;
        }
        int end = next;
        while (end + 1 < events.size() && isWithin(events.get(end + 1), whole.parent())) {
            end++;
        }
        return end;
    }

    private static boolean isTool(Event event) {
        String text = event.text();
        return event.kind() == Kind.LINE
                && text.length() <= LONGEST_TOOL
                && (TOOL.matcher(text).matches()
                        || TOOL_OUTSIDE_TABLES.matcher(text).matches());
    }
}
