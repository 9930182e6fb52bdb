package org.praxisdatenbank.site;

import org.praxisdatenbank.vocabulary.Term;
import org.praxisdatenbank.web.Texts;

/** What a topic area is about, in one sentence: its own where there is one, which operators may add. */
final class TopicText {
    private TopicText() {}

    static String of(Term topic, Texts texts) {
        String own = "topic." + topic.id().value() + ".text";
        return texts.keys().contains(own) ? texts.get(own) : texts.get("topic.text", topic.label(texts.language()));
    }
}
