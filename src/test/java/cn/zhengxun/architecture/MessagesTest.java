package cn.zhengxun.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;

/** A text that a page names and nobody wrote shows as ??key??, in a state that no test may bring about. */
class MessagesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");

    /** Keys that are put together on the page, such as #{|arrival.field.${…}|}, are not looked for. */
    private static final Pattern NAMED = Pattern.compile("#\\{([a-z][\\w.-]*)[(}]");

    @Test
    void every_text_that_a_page_names_is_written() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> templates = Files.walk(RESOURCES.resolve("templates"))) {
            for (Path template :
                    templates.filter(file -> file.toString().endsWith(".html")).toList()) {
                NAMED.matcher(Files.readString(template))
                        .results()
                        .map(key -> key.group(1))
                        .forEach(named::add);
            }
        }

        assertThat(named).hasSizeGreaterThan(1_000);
        named.removeAll(written());
        assertThat(named).isEmpty();
    }

    /** In the files that the application reads. */
    private static Set<String> written() throws IOException {
        YamlPropertiesFactoryBean settings = new YamlPropertiesFactoryBean();
        settings.setResources(new FileSystemResource(RESOURCES.resolve("application.yml")));
        Properties texts = new Properties();
        for (String name :
                settings.getObject().getProperty("spring.messages.basename").split(",")) {
            try (var file = Files.newBufferedReader(RESOURCES.resolve(name.strip() + ".properties"))) {
                texts.load(file);
            }
        }
        return texts.stringPropertyNames();
    }
}
