package org.praxisdatenbank.search;

import java.util.ArrayList;
import java.util.List;
import org.praxisdatenbank.vocabulary.Label;
import org.praxisdatenbank.vocabulary.State;
import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.vocabulary.TermId;
import org.praxisdatenbank.vocabulary.Vocabularies;
import org.praxisdatenbank.vocabulary.Vocabulary;

/** A few values of each list. */
final class SampleLists {
    private final List<Term> terms = new ArrayList<>();
    private final List<State> states = new ArrayList<>();

    private SampleLists() {}

    static Vocabularies make() {
        SampleLists lists = new SampleLists();
        lists.add(Vocabulary.TYPE, "project", "Projekt", "Project");
        lists.add(Vocabulary.TYPE, "programme", "Programm", "Programme");
        lists.add(Vocabulary.TOPIC, "quartier", "Gesundheitsförderung im Quartier", "Neighbourhoods");
        lists.add(Vocabulary.TOPIC, "aeltere", "Gesundheitsförderung bei Älteren", "Older people");
        lists.add(Vocabulary.FIELD, "bewegung", "Bewegung", "Exercise");
        lists.add(Vocabulary.FIELD, "ernaehrung", "Ernährung", "Nutrition");
        lists.add(Vocabulary.TARGET_GROUP, "familien", "(Werdende) Familien", "Families");
        lists.add(Vocabulary.AGE_GROUP, "1-3", "1 bis 3 Jahre", "1 to 3 years");
        lists.add(Vocabulary.SETTING, "kita", "Kita", "Day care");
        lists.add(Vocabulary.SETTING, "schule", "Schule", "School");
        lists.addState("DE-BE", "Berlin", "berlin");
        lists.addState("DE-BY", "Bayern", "bayern");
        lists.addState("DE-SL", "Saarland", "saarland");
        lists.add(Vocabulary.CRITERION, "konzeption", "Konzeption", "Concept");
        lists.add(Vocabulary.CRITERION, "partizipation", "Partizipation", "Participation");
        return new Vocabularies(lists.terms, List.of(), lists.states);
    }

    private Term add(Vocabulary list, String id, String german, String english) {
        Term term = new Term(new TermId(list, id), terms.size() + 1, new Label(german, english), List.of());
        terms.add(term);
        return term;
    }

    private void addState(String id, String name, String path) {
        states.add(new State(add(Vocabulary.STATE, id, name, name), path));
    }
}
