package cn.zhengxun.draft.search;

import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * The words of the drafts' clauses, in files. Each draft is put in with a stamp of its caller's choice, by which the caller
 * tells later whether what stands here is still what the draft says. Many may search while one writes.
 */
public final class ClauseIndex implements Closeable {
    static final String DRAFT = "draft";
    static final String NUMBER = "number";
    static final String TEXT = "text";

    /** Begins each draft's entry in the index's own notes; another text here has every index built anew. */
    private static final String FORMAT = "articles-by-character/";

    private static final String CLAUSE = "clause";
    private static final String LABEL = "label";
    private static final double BUFFER_MEGABYTES = 16;

    private final Directory files;
    private final Analyzer analyzer = new SingleCharacters();
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<Long, String> stamps = new HashMap<>();
    private final Queries queries = new Queries();
    private final Snippets snippets = new Snippets();

    private ClauseIndex(Directory files) throws IOException {
        this.files = files;
        this.writer = new IndexWriter(
                files,
                new IndexWriterConfig(analyzer)
                        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                        .setCommitOnClose(false));
        this.searchers = new SearcherManager(writer, null);
        Iterable<Map.Entry<String, String>> kept = writer.getLiveCommitData();
        if (kept != null) {
            kept.forEach(
                    entry -> stamps.put(Long.valueOf(entry.getKey().substring(FORMAT.length())), entry.getValue()));
        }
    }

    private static boolean isOfThisFormat(Directory files) throws IOException {
        if (!DirectoryReader.indexExists(files)) {
            return true;
        }
        return SegmentInfos.readLatestCommit(files).getUserData().keySet().stream()
                .allMatch(key -> key.startsWith(FORMAT));
    }

    /** What stands in the folder is no index of this version; it may be thrown away. */
    public static final class Unusable extends IOException {
        Unusable(Exception cause) {
            super(cause.toString(), cause);
        }
    }

    /**
     * @param folder made where it is not there; what an earlier run left in it is taken over
     * @throws LockObtainFailedException where another process has it open
     * @throws Unusable where the folder holds something else
     */
    public static ClauseIndex in(Path folder) throws IOException {
        Directory files = FSDirectory.open(folder);
        try {
            if (!isOfThisFormat(files)) {
                throw new Unusable(new IllegalStateException("it was made by another version"));
            }
            return new ClauseIndex(files);
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | RuntimeException other) {
            files.close();
            throw new Unusable(other);
        } catch (IOException failed) {
            files.close();
            throw failed;
        }
    }

    /** @return the stamp of every draft that is in */
    public synchronized Map<Long, String> stamps() {
        return Map.copyOf(stamps);
    }

    /** Puts a draft in, in the place of what stood here of it; found after the next {@link #publish}. */
    public synchronized void put(long draft, String stamp, ClauseTree tree) throws IOException {
        List<Document> documents = new ArrayList<>();
        for (Passages.Passage passage : Passages.of(tree)) {
            documents.add(document(draft, passage));
        }
        writer.deleteDocuments(LongPoint.newExactQuery(DRAFT, draft));
        writer.addDocuments(documents);
        stamps.put(draft, stamp);
    }

    public synchronized void remove(long draft) throws IOException {
        writer.deleteDocuments(LongPoint.newExactQuery(DRAFT, draft));
        stamps.remove(draft);
    }

    /** Keeps what was put and removed, and lets searches see it. */
    public synchronized void publish() throws IOException {
        Map<String, String> kept = new HashMap<>();
        stamps.forEach((draft, stamp) -> kept.put(FORMAT + draft, stamp));
        writer.setLiveCommitData(kept.entrySet());
        writer.commit();
        searchers.maybeRefreshBlocking();
    }

    /**
     * @param titles the titles of the drafts to search, by their ids; a word of a title counts as found in each clause
     *     of that draft, so that 立法法 第七十二条 finds the article, but a clause is only found by words of its own too. Where no clause holds the words as they were typed, those are found that hold the parts
     *     a dictionary divides them into
     * @param from how many of the best to pass over
     */
    public Finding.Page find(Question question, Map<Long, String> titles, int from, int size) throws IOException {
        if (question.isEmpty() || titles.isEmpty()) {
            return Finding.Page.NONE;
        }
        IndexSearcher searcher = searchers.acquire();
        try {
            Query sought = queries.clauses(question, titles, false);
            int total = searcher.count(sought);
            boolean widened = total == 0 && queries.canWiden(question);
            if (widened) {
                sought = queries.clauses(question, titles, true);
                total = searcher.count(sought);
            }
            Query shown = queries.words(question, widened);
            if (from >= total) {
                return new Finding.Page(total, widened, List.of());
            }
            TopDocs best = searcher.search(sought, from + size);
            List<Finding> findings = new ArrayList<>();
            for (int i = from; i < best.scoreDocs.length; i++) {
                findings.add(finding(searcher, best.scoreDocs[i], shown));
            }
            return new Finding.Page(total, widened, findings);
        } finally {
            searchers.release(searcher);
        }
    }

    private Finding finding(IndexSearcher searcher, ScoreDoc found, Query shown) throws IOException {
        Document document = searcher.storedFields().document(found.doc);
        return new Finding(
                document.getField(DRAFT).numericValue().longValue(),
                new ClauseId(document.getField(CLAUSE).numericValue().longValue()),
                document.get(LABEL),
                snippets.of(document.get(TEXT), shown));
    }

    private static Document document(long draft, Passages.Passage passage) {
        Document document = new Document();
        document.add(new LongPoint(DRAFT, draft));
        document.add(new StoredField(DRAFT, draft));
        document.add(new StoredField(CLAUSE, passage.clause().id().value()));
        document.add(new StoredField(LABEL, passage.clause().label()));
        if (passage.clause().kind() == ClauseKind.ARTICLE) {
            document.add(new StringField(NUMBER, passage.clause().number(), Field.Store.NO));
        }
        document.add(new TextField(TEXT, passage.text(), Field.Store.YES));
        return document;
    }

    @Override
    public synchronized void close() throws IOException {
        searchers.close();
        writer.close();
        files.close();
        analyzer.close();
        queries.close();
    }
}
