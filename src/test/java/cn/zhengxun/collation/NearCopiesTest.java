package cn.zhengxun.collation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NearCopiesTest {
    private static final String SENTENCE = "建议餐饮服务经营者在显著位置张贴反对浪费的提示标识";

    @Test
    void near_copies_are_found_and_different_ones_are_not() {
        List<NearCopies.Pair> pairs = NearCopies.among(Map.of(
                1L, SENTENCE,
                2L, "建议餐饮服务的经营者在显著位置张贴反对浪费提示标识。",
                3L, "学校食堂应当公布每周的剩饭数量"));

        assertThat(pairs).singleElement().satisfies(pair -> {
            assertThat(Set.of(pair.one(), pair.other())).containsExactlyInAnyOrder(1L, 2L);
            assertThat(pair.score()).isBetween(70, 99);
        });
    }

    @Test
    void punctuation_spaces_and_full_width_letters_make_no_difference() {
        assertThat(NearCopies.among(ordered("每桌　最多ＡＢ８个菜！", "每桌最多ab8个菜")))
                .singleElement()
                .extracting(NearCopies.Pair::score)
                .isEqualTo(100);
    }

    @Test
    void one_character_and_nothing_but_punctuation_are_no_trouble() {
        assertThat(NearCopies.among(ordered("好", "好", "……", "", "？？")))
                .singleElement()
                .extracting(NearCopies.Pair::score)
                .isEqualTo(100);
    }

    @Test
    void half_of_the_pairs_in_common_is_alike_and_less_is_not() {
        // AB BC CD against AB BC: 2 of 3. AB BC CD against BC CX: 1 of 4
        assertThat(NearCopies.among(ordered("abcd", "abc")))
                .singleElement()
                .extracting(NearCopies.Pair::score)
                .isEqualTo(66);
        assertThat(NearCopies.among(ordered("abcd", "bcx"))).isEmpty();
    }

    @Test
    void the_index_finds_exactly_what_comparing_everything_finds() {
        Random random = new Random(7);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            texts.add(sentence(random, 4 + random.nextInt(6), 5));
        }
        Map<Long, String> byId = ordered(texts.toArray(String[]::new));
        Set<Set<Long>> components = components(
                byId.keySet(),
                NearCopies.among(byId).stream()
                        .map(pair -> Set.of(pair.one(), pair.other()))
                        .collect(Collectors.toSet()));
        Set<Set<Long>> alike = new HashSet<>();
        byId.forEach((a, one) -> byId.forEach((b, other) -> {
            if (a < b && jaccard(one, other) >= 0.5) {
                alike.add(Set.of(a, b));
            }
        }));

        assertThat(alike).hasSizeBetween(20, 2000);
        assertThat(components).isEqualTo(components(byId.keySet(), alike));
    }

    @Test
    void a_campaign_of_300_near_copies_stays_one_cluster_with_few_links() {
        Random random = new Random(11);
        Map<Long, String> texts = new LinkedHashMap<>();
        for (long i = 0; i < 300; i++) {
            texts.put(i, SENTENCE + sentence(random, 4, 500));
        }
        for (long i = 300; i < 600; i++) {
            texts.put(i, sentence(random, 30, 3000));
        }
        List<NearCopies.Pair> pairs = NearCopies.among(texts);

        Set<Set<Long>> clusters = components(
                texts.keySet(),
                pairs.stream().map(pair -> Set.of(pair.one(), pair.other())).collect(Collectors.toSet()));
        assertThat(clusters.stream().mapToInt(Set::size).max()).hasValue(300);
        assertThat(clusters).hasSize(301);
        assertThat(pairs).hasSizeLessThan(300 * 21);
    }

    private static Map<Long, String> ordered(String... texts) {
        Map<Long, String> byId = new LinkedHashMap<>();
        for (String text : texts) {
            byId.put((long) byId.size() + 1, text);
        }
        return byId;
    }

    private static String sentence(Random random, int length, int alphabet) {
        return random.ints(length, 0x4e00, 0x4e00 + alphabet)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static double jaccard(String one, String other) {
        Set<String> a = bigrams(one);
        Set<String> union = new HashSet<>(a);
        union.addAll(bigrams(other));
        a.retainAll(bigrams(other));
        return (double) a.size() / union.size();
    }

    private static Set<String> bigrams(String text) {
        Set<String> bigrams = new HashSet<>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            bigrams.add(text.substring(i, i + 2));
        }
        return bigrams;
    }

    private static Set<Set<Long>> components(Set<Long> ids, Set<Set<Long>> links) {
        Map<Long, Set<Long>> component = new HashMap<>();
        ids.forEach(id -> component.put(id, new HashSet<>(Set.of(id))));
        for (Set<Long> link : links) {
            Set<Long> joined = new HashSet<>();
            link.forEach(id -> joined.addAll(component.get(id)));
            joined.forEach(id -> component.put(id, joined));
        }
        return new HashSet<>(component.values());
    }
}
