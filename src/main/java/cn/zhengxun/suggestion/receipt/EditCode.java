package cn.zhengxun.suggestion.receipt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * Opens a submission of an open channel for changes, for instance K7PM-2QXA-9HRT-4WVN. It follows from the key that was
 * minted with the form and that nobody but its sender knows, so handing in costs no further row and a repeated press
 * shows the same code. Sixteen of 31 characters, 79 bits: a receipt's number can be guessed, this cannot.
 *
 * @param text in capitals, in groups of four
 */
public record EditCode(String text) {
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    public static EditCode of(String idempotencyKey) {
        byte[] hash = sha256("zhengxun edit code:" + idempotencyKey);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(LETTERS.charAt(Math.floorMod(hash[2 * i] << 8 | hash[2 * i + 1] & 0xff, LETTERS.length())));
        }
        return new EditCode(text.toString());
    }

    /** Whether somebody typed this code, in whatever letters and groups. */
    boolean matches(String typed) {
        return MessageDigest.isEqual(bare(text), bare(typed));
    }

    private static byte[] bare(String code) {
        return code.toUpperCase(Locale.ROOT).replaceAll("[\\s—–-]", "").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java knows SHA-256", impossible);
        }
    }
}
