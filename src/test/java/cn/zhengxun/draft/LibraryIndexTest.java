package cn.zhengxun.draft;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.draft.search.Question;
import cn.zhengxun.testing.OnH2;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** The index beside the database: where it lives, who may look into it, and that it may be deleted. */
@OnH2
@WithMockUser(username = "staff", authorities = "staff")
class LibraryIndexTest {
    @Autowired
    Drafts drafts;

    @Autowired
    DraftRows rows;

    @TempDir
    Path place;

    @Test
    void an_index_that_was_deleted_or_spoiled_is_built_anew() throws IOException {
        DraftId draft = imported("贻贝");
        Path folder = place.resolve("index");
        assertThat(total(folder, draft, "贻贝")).isEqualTo(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        for (Path file : files(folder)) {
            Files.delete(file);
        }
        assertThat(total(folder, draft, "贻贝")).isEqualTo(1);
        for (Path file : files(folder)) {
            Files.writeString(file, "spoiled");
        }
        assertThat(total(folder, draft, "贻贝")).isEqualTo(1);
    }

    @Test
    void a_second_process_takes_a_folder_of_its_own() throws IOException {
        DraftId draft = imported("牡蛎");
        Path folder = place.resolve("index");
        LibraryIndex first = new LibraryIndex(rows, folder.toString());
        LibraryIndex second = new LibraryIndex(rows, folder.toString());
        try {
            assertThat(total(first, draft, "牡蛎")).isEqualTo(1);
            assertThat(total(second, draft, "牡蛎")).isEqualTo(1);
        } finally {
            first.close();
            second.close();
        }
        assertThat(total(folder, draft, "牡蛎")).isEqualTo(1);
    }

    @Test
    void where_no_folder_can_be_made_a_temporary_one_serves() throws IOException {
        DraftId draft = imported("海胆");
        Path file = Files.writeString(place.resolve("a-file"), "in the way");

        assertThat(total(file.resolve("index"), draft, "海胆")).isEqualTo(1);
    }

    private int total(Path folder, DraftId draft, String word) throws IOException {
        LibraryIndex index = new LibraryIndex(rows, folder.toString());
        try {
            return total(index, draft, word);
        } finally {
            index.close();
        }
    }

    private static int total(LibraryIndex index, DraftId draft, String word) {
        return index.find(Question.of(word), Map.of(draft.value(), "条例"), 0, 9).total();
    }

    private DraftId imported(String word) {
        byte[] text = ("第一条 为了保护" + word + "，制定本条例。\n第二条 本条例自公布之日起施行。").getBytes(StandardCharsets.UTF_8);
        return drafts.importDraft(
                new ImportDraft(word + "保护条例", "一审稿", word + "保护条例", "条例.txt", text, Visibility.PUBLIC));
    }

    private static Path[] files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toArray(Path[]::new);
        }
    }
}
