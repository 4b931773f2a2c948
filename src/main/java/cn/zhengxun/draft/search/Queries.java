package cn.zhengxun.draft.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;

/**
 * Questions in the index's own terms. Nothing that was typed is read as a sign of a query language. A dictionary divides
 * only what was typed, and only where no clause holds it as it stands: dividing every text when it comes in took thirteen
 * times as long and found no more.
 */
final class Queries implements Closeable {
    private static final float OF_THAT_NUMBER = 1000;
    private static final float AS_TYPED = 3;

    private final Analyzer dictionary = new SmartChineseAnalyzer();
    private final QueryBuilder characters = new QueryBuilder(new SingleCharacters());

    /**
     * The clauses of these drafts that hold every word, where at least one is not of the title alone.
     *
     * @param widened whether a word that a dictionary divides may also stand in its parts, anywhere in the clause
     */
    Query clauses(Question question, Map<Long, String> titles, boolean widened) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        BooleanQuery.Builder own = new BooleanQuery.Builder();
        for (Question.Term term : question.terms()) {
            Query inClause = inClause(term, widened);
            own.add(inClause, Occur.SHOULD);
            all.add(either(inClause, titled(term, titles)), Occur.MUST);
        }
        all.add(own.build(), Occur.FILTER);
        all.add(
                LongPoint.newSetQuery(
                        ClauseIndex.DRAFT,
                        titles.keySet().stream().mapToLong(Long::longValue).toArray()),
                Occur.FILTER);
        return all.build();
    }

    /** Whether any of the words could be found in parts. */
    boolean canWiden(Question question) {
        return question.terms().stream().anyMatch(term -> !parts(term).isEmpty());
    }

    /** What to mark in the clauses that were found. */
    Query words(Question question, boolean widened) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Question.Term term : question.terms()) {
            any.add(phrase(term.words()), Occur.SHOULD);
            if (widened) {
                parts(term).forEach(part -> any.add(phrase(part), Occur.SHOULD));
            }
        }
        return any.build();
    }

    private static Query either(Query inClause, long[] drafts) {
        if (drafts.length == 0) {
            return inClause;
        }
        return new BooleanQuery.Builder()
                .add(inClause, Occur.SHOULD)
                .add(
                        new BoostQuery(new ConstantScoreQuery(LongPoint.newSetQuery(ClauseIndex.DRAFT, drafts)), 0),
                        Occur.SHOULD)
                .build();
    }

    private static long[] titled(Question.Term term, Map<Long, String> titles) {
        return titles.entrySet().stream()
                .filter(title -> Question.plain(title.getValue()).contains(term.words()))
                .mapToLong(Map.Entry::getKey)
                .toArray();
    }

    private Query inClause(Question.Term term, boolean widened) {
        Query asTyped = phrase(term.words());
        if (term.article() != null) {
            Query ofThatNumber = new ConstantScoreQuery(new TermQuery(new Term(ClauseIndex.NUMBER, term.article())));
            return new BooleanQuery.Builder()
                    .add(new BoostQuery(ofThatNumber, OF_THAT_NUMBER), Occur.SHOULD)
                    .add(asTyped, Occur.SHOULD)
                    .build();
        }
        if (term.exact()) {
            return asTyped;
        }
        return widened ? asTypedOrInParts(asTyped, parts(term)) : asTyped;
    }

    private Query asTypedOrInParts(Query asTyped, List<String> parts) {
        if (parts.isEmpty()) {
            return asTyped;
        }
        BooleanQuery.Builder every = new BooleanQuery.Builder();
        parts.forEach(part -> every.add(phrase(part), Occur.MUST));
        return new BooleanQuery.Builder()
                .add(new BoostQuery(asTyped, AS_TYPED), Occur.SHOULD)
                .add(every.build(), Occur.SHOULD)
                .build();
    }

    /**
     * The words of two characters and more that a term is made of; none where it is a single one or not to be divided.
     * Characters that the dictionary leaves single are words it does not know: those side by side stay together, a
     * lone one is mostly a particle and not asked for.
     */
    private List<String> parts(Question.Term term) {
        if (term.exact() || term.article() != null) {
            return List.of();
        }
        List<String> parts = new ArrayList<>();
        StringBuilder unknown = new StringBuilder();
        for (String word : divided(term.words())) {
            if (isSingle(word)) {
                unknown.append(word);
                continue;
            }
            addUnknown(unknown, parts);
            parts.add(word);
        }
        addUnknown(unknown, parts);
        List<String> distinct = parts.stream().distinct().toList();
        return distinct.equals(List.of(term.words())) ? List.of() : distinct;
    }

    private static void addUnknown(StringBuilder characters, List<String> parts) {
        if (!characters.isEmpty() && !isSingle(characters.toString())) {
            parts.add(characters.toString());
        }
        characters.setLength(0);
    }

    private static boolean isSingle(String word) {
        return word.codePointCount(0, word.length()) == 1;
    }

    private List<String> divided(String words) {
        List<String> found = new ArrayList<>();
        try (TokenStream tokens = dictionary.tokenStream(ClauseIndex.TEXT, words)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                found.add(term.toString());
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new IllegalStateException("a string was not read", impossible);
        }
        return found;
    }

    private Query phrase(String words) {
        Query phrase = characters.createPhraseQuery(ClauseIndex.TEXT, words);
        return phrase == null ? new MatchNoDocsQuery("no words") : phrase;
    }

    @Override
    public void close() {
        dictionary.close();
        characters.getAnalyzer().close();
    }
}
