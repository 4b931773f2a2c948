package cn.zhengxun.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A law before and after its revision, for a demonstration: there is something to search and to compare from the start. */
@Component
public class DemoLibrary {
    private static final String BILL = "中华人民共和国科学技术普及法";

    private final Drafts drafts;

    DemoLibrary(Drafts drafts) {
        this.drafts = drafts;
    }

    @Transactional
    public void seed() {
        add(Reading.OTHER, BILL + "（2002年公布，修订前）", "科学技术普及法(2002-06-29).md");
        add(Reading.PROMULGATED, BILL + "（2024年修订）", "科学技术普及法(2024-12-25).md");
    }

    private void add(Reading reading, String title, String file) {
        DraftId draft = drafts.importDraft(
                new ImportDraft(BILL, reading.chinese(), title, file, content(file), Visibility.PUBLIC));
        drafts.confirm(new ConfirmStructure(draft));
    }

    private static byte[] content(String file) {
        try {
            return new ClassPathResource("demo/" + file).getContentAsByteArray();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
