package org.praxisdatenbank.index;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.vocabulary.TermId;

/** Reads which terms a document carries that say what a practice is about, and how rare they are. */
record CarriedTerms(IndexReader reader) {
    private static final List<Facet> ABOUT = List.of(Facet.TOPIC, Facet.TARGET_GROUP, Facet.FIELD, Facet.SETTING);

    /** With the weight of each, see {@link TellingWords#rarity}. */
    Map<TermId, Double> of(int document) throws IOException {
        InSegment place = InSegment.of(reader, document);
        Map<TermId, Double> terms = new LinkedHashMap<>();
        for (Facet facet : ABOUT) {
            String field = Fields.of(facet);
            SortedSetDocValues values = DocValues.getSortedSet(place.segment().reader(), field);
            boolean isThere = values.advanceExact(place.document());
            for (int number = 0; isThere && number < values.docValueCount(); number++) {
                String value = values.lookupOrd(values.nextOrd()).utf8ToString();
                double rarity = TellingWords.rarity(reader.docFreq(new Term(field, value)), reader.numDocs());
                facet.vocabulary().ifPresent(list -> terms.put(new TermId(list, value), rarity));
            }
        }
        return terms;
    }
}
