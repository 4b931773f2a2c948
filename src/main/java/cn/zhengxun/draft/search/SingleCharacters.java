package cn.zhengxun.draft.search;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Every Chinese character is a token by itself, so that a phrase finds its words wherever they stand and however a
 * dictionary would divide them; rare characters and those of private use count like any other. Latin letters and
 * figures stay together. Punctuation and spaces are no tokens and part nothing: 浪费，建立 holds 浪费建立.
 */
final class SingleCharacters extends Analyzer {

    @Override
    protected TokenStreamComponents createComponents(String field) {
        return new TokenStreamComponents(new Characters());
    }

    /** @return whether the character is part of a word rather than of its setting */
    static boolean isWord(int character) {
        int type = Character.getType(character);
        return Character.isLetterOrDigit(character)
                || type == Character.PRIVATE_USE
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    /** Full-width forms as their plain ones, capitals as small letters; never changes how many units a character has. */
    static int folded(int character) {
        int plain = character >= 0xFF01 && character <= 0xFF5E ? character - 0xFEE0 : character;
        return plain < 0x80 ? Character.toLowerCase(plain) : plain;
    }

    private static final class Characters extends Tokenizer {
        private static final int NONE = -1;

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
        private int at;
        private int ahead = NONE;
        private boolean looked;

        @Override
        public boolean incrementToken() throws IOException {
            clearAttributes();
            int character = next();
            while (character != NONE && !isWord(character)) {
                character = next();
            }
            if (character == NONE) {
                return false;
            }
            int from = at - Character.charCount(character);
            append(folded(character));
            while (joins(folded(character)) && joins(folded(peek()))) {
                character = next();
                append(folded(character));
            }
            offset.setOffset(correctOffset(from), correctOffset(at));
            return true;
        }

        private void append(int character) {
            for (char unit : Character.toChars(character)) {
                term.append(unit);
            }
        }

        private static boolean joins(int character) {
            return character >= '0' && character <= '9' || character >= 'a' && character <= 'z';
        }

        private int peek() throws IOException {
            if (!looked) {
                ahead = read();
                looked = true;
            }
            return ahead;
        }

        private int next() throws IOException {
            int character = peek();
            looked = false;
            if (character != NONE) {
                at += Character.charCount(character);
            }
            return character;
        }

        /** Half a pair comes as itself; it is no word. */
        private int unread = NONE;

        private int read() throws IOException {
            int unit = unread != NONE ? unread : input.read();
            unread = NONE;
            if (unit == NONE || !Character.isHighSurrogate((char) unit)) {
                return unit;
            }
            int low = input.read();
            if (low != NONE && Character.isLowSurrogate((char) low)) {
                return Character.toCodePoint((char) unit, (char) low);
            }
            unread = low;
            return unit;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            at = 0;
            looked = false;
            unread = NONE;
        }

        @Override
        public void end() throws IOException {
            super.end();
            offset.setOffset(correctOffset(at), correctOffset(at));
        }
    }
}
