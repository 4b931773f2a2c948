package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.search.ClauseIndex;
import cn.zhengxun.draft.search.Finding;
import cn.zhengxun.draft.search.Question;
import cn.zhengxun.kernel.RuleViolation;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * This node's search index over the library. It follows the database: before each search the drafts that came, changed or
 * went since, by whichever node, are put in or taken out. So it may be deleted at any time; the next search builds it anew.
 */
@Component
class LibraryIndex {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryIndex.class);

    private final DraftRows rows;
    private final Path folder;
    private ClauseIndex index;
    /** The folder of this process alone, to be removed with it; null where the configured one is in use. */
    private Path ownFolder;

    LibraryIndex(DraftRows rows, @Value("${zhengxun.library.index:}") String folder) {
        this.rows = rows;
        this.folder = StringUtils.hasText(folder) ? Path.of(folder) : null;
    }

    /** @see ClauseIndex#find; @throws RuleViolation where the index cannot be written or read */
    Finding.Page find(Question question, Map<Long, String> titles, int from, int size) {
        try {
            return upToDate().find(question, titles, from, size);
        } catch (IOException broken) {
            LOG.error("the library's index cannot be used", broken);
            abandon();
            throw new RuleViolation("现在不能检索条文，请稍后再试；还是不行，请告诉系统管理员。", broken);
        }
    }

    private synchronized ClauseIndex upToDate() throws IOException {
        if (index == null) {
            index = open();
        }
        Map<Long, String> present = rows.stamps();
        Map<Long, String> known = index.stamps();
        if (present.equals(known)) {
            return index;
        }
        for (Long draft : known.keySet()) {
            if (!present.containsKey(draft)) {
                index.remove(draft);
            }
        }
        for (Map.Entry<Long, String> draft : present.entrySet()) {
            if (!draft.getValue().equals(known.get(draft.getKey()))) {
                index.put(draft.getKey(), draft.getValue(), new ClauseTree(rows.clauses(new DraftId(draft.getKey()))));
            }
        }
        index.publish();
        return index;
    }

    /** What an earlier version of the product left is thrown away; where another process uses the folder, a new one is taken. */
    private ClauseIndex open() throws IOException {
        if (folder != null) {
            try {
                return openOrRenew();
            } catch (IOException taken) {
                LOG.warn(
                        "the library's index gets a temporary folder, since {} cannot be used: {}",
                        folder,
                        taken.toString());
            }
        }
        ownFolder = Files.createTempDirectory("zhengxun-index");
        return ClauseIndex.in(ownFolder);
    }

    private ClauseIndex openOrRenew() throws IOException {
        makePrivate(folder);
        try {
            return ClauseIndex.in(folder);
        } catch (ClauseIndex.Unusable outdated) {
            LOG.info("the library's index in {} is built anew: {}", folder, outdated.toString());
            empty(folder);
            return ClauseIndex.in(folder);
        }
    }

    /** Internal drafts stand in it: it is for the account alone that runs the product. */
    private static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private synchronized void abandon() {
        try {
            close();
        } catch (IOException broken) {
            LOG.warn("the library's index did not close", broken);
        }
    }

    @PreDestroy
    synchronized void close() throws IOException {
        if (index != null) {
            ClauseIndex open = index;
            index = null;
            open.close();
        }
        if (ownFolder != null) {
            try (Stream<Path> files = Files.walk(ownFolder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
            ownFolder = null;
        }
    }
}
