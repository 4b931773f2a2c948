package cn.zhengxun.suggestion;

import java.util.Collection;
import java.util.Map;

/**
 * What became of suggestions, as far as one room knows; the person's own record shows it. Later rooms implement it as
 * beans. Where several know the same suggestion, the first in Spring's {@code @Order} is shown, so the room of the later
 * step takes the smaller number: adoption 10, report 20.
 */
public interface SuggestionFates {

    /**
     * @param word one of the field's short words, such as 已上报 or 部分采纳
     * @param explanation plain sentences for the person, the reason included; may be empty, never null
     * @param promulgated where the opinion stands in the law; null where it does not, or not yet
     */
    record Fate(String word, String explanation, Promulgated promulgated) {
        public Fate(String word, String explanation) {
            this(word, explanation, null);
        }
    }

    /** @param article as it is cited, such as 第五条; @param text of it as promulgated */
    record Promulgated(String article, String text) {}

    /** In few queries for all of them. @return the known ones only; what is not to be told yet is left out */
    Map<SuggestionId, Fate> of(Collection<SuggestionId> suggestions);
}
