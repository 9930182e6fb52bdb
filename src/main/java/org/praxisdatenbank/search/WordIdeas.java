package org.praxisdatenbank.search;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.praxisdatenbank.query.Clause;
import org.praxisdatenbank.query.Help;
import org.praxisdatenbank.query.Help.WordFound;
import org.praxisdatenbank.query.QueryText;
import org.praxisdatenbank.query.QueryWords;
import org.praxisdatenbank.query.SearchQuery;
import org.praxisdatenbank.search.Remedies.Idea;
import org.praxisdatenbank.web.Texts;

/** Searches with other words or fewer, to be tried in place of one. */
record WordIdeas(SearchQuery query, Help help, Texts texts) {
    /** There shall be room for other ideas. */
    private static final int MOST = 6;

    /** Where every word finds something, but not together: the search without each of them. */
    List<Idea> all() {
        if (help.words().stream().anyMatch(word -> word.total() == 0)) {
            return forMissing();
        }
        return help.words().stream()
                .flatMap(word -> without(List.of(word)).stream())
                .limit(MOST)
                .toList();
    }

    /** The search without the words that find nothing, then with near ones in their place. */
    List<Idea> forMissing() {
        List<WordFound> missing =
                help.words().stream().filter(word -> word.total() == 0).toList();
        List<Idea> ideas = new ArrayList<>();
        if (!missing.isEmpty()) {
            without(missing).ifPresent(ideas::add);
        }
        missing.forEach(word -> word.near().forEach(near -> ideas.add(with(word, near))));
        String corrected =
                help.correction().map(correction -> correction.text()).orElse("");
        return ideas.stream()
                .filter(idea -> !idea.query().text().equals(corrected)) // stands above already
                .distinct()
                .limit(MOST)
                .toList();
    }

    private Optional<Idea> without(List<WordFound> words) {
        Clause rest = QueryText.parse(query.text());
        for (WordFound word : words) {
            rest = QueryWords.without(rest, word.word());
        }
        String named = words.stream()
                .map(word -> texts.get("nothing.word", word.text()))
                .collect(joining(", "));
        return rest instanceof Clause.Everything
                ? Optional.empty()
                : Optional.of(new Idea(texts.get("nothing.without_word", named), query.with(QueryText.print(rest))));
    }

    private Idea with(WordFound word, Clause near) {
        Clause changed = QueryWords.changed(
                QueryText.parse(query.text()), leaf -> Optional.of(leaf.equals(word.word()) ? near : leaf.clause()));
        String text = QueryText.print(changed);
        String shown = changed instanceof Clause.Phrase phrase ? phrase.text() : text; // it stands in quotes anyway
        return new Idea(texts.get("nothing.near", texts.get("nothing.word", shown)), query.with(text));
    }
}
