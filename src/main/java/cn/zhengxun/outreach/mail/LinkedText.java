package cn.zhengxun.outreach.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text cut where a web address begins and ends, so that a page can make it a link. */
final class LinkedText {
    private static final Pattern ADDRESS = Pattern.compile("https?://[!-~]+");

    private LinkedText() {}

    /** link: this piece is a web address. */
    record Piece(String text, boolean link) {}

    static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher address = ADDRESS.matcher(text);
        int from = 0;
        while (address.find()) {
            pieces.add(new Piece(text.substring(from, address.start()), false));
            pieces.add(new Piece(address.group(), true));
            from = address.end();
        }
        pieces.add(new Piece(text.substring(from), false));
        return pieces;
    }
}
