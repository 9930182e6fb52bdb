package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** Reads the terms of {@link SuggestionTerms} that begin with a text. */
record Completions(IndexReader reader) {
    /** Terms looked at for one beginning; more only for a single letter in a large index. */
    private static final int MOST_READ = 20_000;

    /** In the order of the terms. */
    List<Completion> of(String field, String prefix) throws IOException {
        return read(field, prefix, MOST_READ);
    }

    /** What is shown for the first of them, none twice. */
    SequencedSet<String> shown(String field, String prefix, int most) throws IOException {
        SequencedSet<String> shown = new LinkedHashSet<>();
        read(field, prefix, most).forEach(completion -> shown.add(completion.shown()));
        return shown;
    }

    private List<Completion> read(String field, String prefix, int most) throws IOException {
        List<Completion> read = new ArrayList<>();
        @Nullable Terms all = MultiTerms.getTerms(reader, field);
        if (all == null) {
            return read;
        }
        BytesRef beginning = new BytesRef(prefix);
        TermsEnum terms = all.iterator();
        if (terms.seekCeil(beginning) == TermsEnum.SeekStatus.END) {
            return read;
        }
        @Nullable BytesRef term = terms.term();
        while (term != null && StringHelper.startsWith(term, beginning) && read.size() < most) {
            read.add(completion(term.utf8ToString(), terms.docFreq()));
            term = terms.next();
        }
        return read;
    }

    private static Completion completion(String term, int documents) {
        int end = term.indexOf(SuggestionTerms.END_OF_KEY);
        return new Completion(term.substring(0, end), term.substring(end + 1), documents);
    }

    /** Those in most documents. */
    static List<Completion> most(Collection<Completion> all, int limit) {
        return all.stream()
                .sorted(Comparator.comparingLong(Completion::documents)
                        .reversed()
                        .thenComparing(Completion::shown))
                .limit(limit)
                .toList();
    }

    /** @param documents how many carry it, deleted ones included */
    record Completion(String key, String shown, long documents) {

        /** Another spelling of the same: the more common one is shown. */
        Completion plus(Completion other) {
            String more = documents >= other.documents ? shown : other.shown;
            return new Completion(key, more, documents + other.documents);
        }

        /** The same text by another of its words. */
        Completion or(Completion other) {
            return documents >= other.documents ? this : other;
        }
    }
}
