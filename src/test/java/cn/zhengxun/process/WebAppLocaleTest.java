package cn.zhengxun.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Chinese texts of Camunda's web applications against the English ones in Camunda's jar: a missing key would show raw. */
class WebAppLocaleTest {
    private static final String APPLICATIONS = "META-INF/resources/webjars/camunda/app/";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}|%[sd]");
    private static final Pattern TAG = Pattern.compile("<[/a-z][^>]*>");

    /** Symbols, clock patterns and week numbering, alike in both languages. */
    private static final Set<String> SAME_IN_BOTH = Set.of(
            "dateLocales.longDateFormat.LT",
            "dateLocales.week.dow",
            "dateLocales.week.doy",
            "labels.SEARCH_LESS_THAN",
            "labels.SEARCH_LESS_THAN_EQUALS",
            "labels.SEARCH_GREATER_THAN",
            "labels.SEARCH_GREATER_THAN_EQUALS");

    /** Says nothing in English either. */
    private static final String EMPTY_IN_BOTH = "labels.NO_TASK_FORM";

    /** Ours says what holds here, without the vendor's link. */
    private static final String OWN_WORDING = "labels.BANNER_CE_EOL_TEXT";

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void the_chinese_file_has_exactly_the_english_keys(String application) throws IOException {
        assertThat(texts(application, "zh").keySet())
                .containsExactlyInAnyOrderElementsOf(texts(application, "en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void placeholders_and_markup_survive_translation(String application) throws IOException {
        Map<String, String> chinese = texts(application, "zh");
        texts(application, "en").forEach((key, english) -> {
            assertThat(found(PLACEHOLDER, chinese.get(key))).as(key).isEqualTo(found(PLACEHOLDER, english));
            if (!key.equals(OWN_WORDING)) {
                assertThat(found(TAG, chinese.get(key).replaceAll("<[空未定义]+>", "")))
                        .as(key)
                        .isEqualTo(found(TAG, english.replaceAll("<(null|undefined)>", "")));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome"})
    void no_text_is_empty_or_left_in_english(String application) throws IOException {
        Map<String, String> english = texts(application, "en");
        texts(application, "zh").forEach((key, chinese) -> {
            if (key.equals(EMPTY_IN_BOTH)) {
                assertThat(chinese).isEqualTo(english.get(key));
                return;
            }
            assertThat(chinese).as(key).isNotBlank();
            if (!SAME_IN_BOTH.contains(key)) {
                assertThat(chinese).as(key).isNotEqualTo(english.get(key));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "cockpit", "admin"})
    void each_application_offers_only_complete_languages_and_our_own_sign_in(String application) throws IOException {
        String configuration = read(application + "/scripts/config.js");
        List<String> offered = listOf("availableLocales: \\[([^\\]]*)]", configuration);
        assertThat(offered).isNotEmpty();
        for (String language : offered) {
            assertThat(texts(application, language).keySet())
                    .as(language)
                    .isEqualTo(texts(application, "en").keySet());
        }
        assertThat(offered).containsAll(listOf("fallbackLocale: (\"[a-z]+\")", configuration));
        assertThat(listOf("customScripts: \\[([^\\]]*)]", configuration))
                .contains("../../../js/camunda-sign-in.js")
                .allSatisfy(script -> assertThat(
                                getClass().getClassLoader().getResource("static" + script.replace("../../..", "")))
                        .as(script)
                        .isNotNull());
        assertThat(getClass().getClassLoader().getResource("static/js/camunda-sign-in.js"))
                .isNotNull();
    }

    private static List<String> listOf(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return Arrays.stream(matcher.group(1).split(","))
                .map(quoted -> quoted.strip().replace("\"", ""))
                .toList();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(hit -> hit.group()).sorted().toList();
    }

    /** Every leaf by its path. */
    private static Map<String, String> texts(String application, String language) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        collect("", new ObjectMapper().readTree(read(application + "/locales/" + language + ".json")), texts);
        return texts;
    }

    private static void collect(String path, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.fields()
                    .forEachRemaining(field -> collect(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), into));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "." + i, node.get(i), into);
            }
        } else {
            into.put(path, node.asText());
        }
    }

    private static String read(String name) throws IOException {
        try (InputStream in = WebAppLocaleTest.class.getClassLoader().getResourceAsStream(APPLICATIONS + name)) {
            assertThat(in).as(name).isNotNull();
            // Camunda's files begin with a byte order mark
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
        }
    }
}
