package org.praxisdatenbank.index;

/** What completing keeps between requests, at most some 100 MB; safe for use by any thread. */
record SuggestionMemory(Completions completions, DocumentSets sets) {
    SuggestionMemory() {
        this(new Completions(), new DocumentSets());
    }
}
