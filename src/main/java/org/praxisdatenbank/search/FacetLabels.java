package org.praxisdatenbank.search;

import java.util.Locale;
import org.praxisdatenbank.query.Facet;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.web.Texts;

/** What people read for facets and their values in one language. */
record FacetLabels(Vocabularies lists, Texts texts, Locale language) {

    String of(Facet facet) {
        return texts.get("facet." + facet.parameter());
    }

    /** What its numbers mean, in one sentence or two. */
    String help(Facet facet) {
        return texts.get("facet." + facet.parameter() + ".help");
    }

    String of(Facet facet, String value) {
        return facet.vocabulary()
                .map(list -> lists.label(new TermId(list, value), language))
                .orElseGet(() -> facet == Facet.YEAR || facet.isOpen()
                        ? value
                        : texts.get("facet." + facet.parameter() + "." + value));
    }
}
