package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;
import org.praxisdatenbank.index.Evidence.Found;
import org.praxisdatenbank.query.Reason;
import org.praxisdatenbank.query.Reason.Raise;
import org.praxisdatenbank.query.Results.Fragment;
import org.praxisdatenbank.query.Results.Shown;

/** Shows what was found in the hits of one search, from its {@link Evidence}. For one thread. */
final class Highlights {
    private final IndexSearcher searcher;
    private final List<Asked> asked;
    private final Map<Integer, Evidence.Of> evidence;
    private final Raised raised;

    /** @param documents all that will be shown */
    Highlights(
            IndexSearcher searcher, TextQuery.Made text, KnownTerms known, Raised raised, Collection<Integer> documents)
            throws IOException {
        this.searcher = searcher;
        this.asked = text.asked();
        this.evidence = new Evidence(searcher, text, known).of(documents);
        this.raised = raised;
    }

    /**
     * Title and best passage with marks, and why it was found.
     *
     * @param texts see {@link Summaries#stored}
     */
    Shown of(int document, Document texts) throws IOException {
        Evidence.Of found = evidence.getOrDefault(document, Evidence.Of.NOTHING);
        List<Reason> reasons = Reasons.of(asked, found.places(), field -> text(texts, field));
        return new Shown(
                Marks.in(text(texts, Fields.TITLE), found.in(Fields.TITLE)),
                passage(texts, found),
                reasons,
                Reasons.missing(asked, reasons),
                raises(document, found));
    }

    /** Of the long texts the one that shows more of the words, the first of these. */
    private static List<Fragment> passage(Document texts, Evidence.Of found) {
        String shown = text(texts, Fields.SUMMARY);
        List<Found> places = found.in(Fields.SUMMARY);
        Passage best = Passage.best(shown, places);
        for (String field : List.of(Fields.DESCRIPTION, Fields.EXAMPLE)) {
            List<Found> here = found.in(field);
            if (here.isEmpty()) {
                continue;
            }
            String text = text(texts, field);
            Passage passage = Passage.best(text, here);
            if (passage.words() > best.words()) {
                shown = text;
                places = here;
                best = passage;
            }
        }
        return marked(shown, best, places);
    }

    private static List<Fragment> marked(String text, Passage passage, List<Found> places) {
        return Marks.in(text, passage.start(), passage.end(), places);
    }

    /** The values of a field as their offsets count them. */
    private static String text(Document texts, String field) {
        return String.join("\n", texts.getValues(field));
    }

    private Set<Raise> raises(int document, Evidence.Of found) throws IOException {
        InSegment place = InSegment.of(searcher.getIndexReader(), document);
        Set<Raise> raises = raised.in(place.segment().reader()).raises(place.document());
        if (found.isNear()) {
            raises.add(Raise.NEAR);
        }
        return raises;
    }
}
