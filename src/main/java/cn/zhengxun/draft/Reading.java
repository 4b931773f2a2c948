package cn.zhengxun.draft;

import java.util.List;
import java.util.stream.Stream;

/** How far a bill has come, earliest first: the order of its texts. */
public enum Reading {
    /** 草案, 送审稿, 讨论稿 and every other word: what was written before the text was put to the people. */
    OTHER("其他"),
    SOLICITED("征求意见稿", "征求意见"),
    FIRST("一审稿", "首次审议", "一次审议"),
    SECOND("二审稿", "二次审议"),
    THIRD("三审稿", "三次审议"),
    PROMULGATED("公布文本", "公布");

    private final String chinese;
    private final List<String> words;

    Reading(String chinese, String... words) {
        this.chinese = chinese;
        this.words = List.of(words);
    }

    /** As the start form offers it and the tables draft and consultation hold it. */
    public String chinese() {
        return chinese;
    }

    /** @param word as stored or typed, such as 二审稿 or 草案二次审议稿 */
    public static Reading of(String word) {
        String plain = word.strip();
        return Stream.of(values())
                .filter(reading -> reading.chinese.equals(plain))
                .findFirst()
                .or(() -> Stream.of(values())
                        .filter(reading -> reading.words.stream().anyMatch(plain::contains))
                        .findFirst())
                .orElse(OTHER);
    }
}
