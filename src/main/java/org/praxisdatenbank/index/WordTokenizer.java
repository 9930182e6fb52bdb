package org.praxisdatenbank.index;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Collections;
import java.util.Iterator;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.praxisdatenbank.index.Analysis.Token;

/** Hands the terms of {@link Analysis} to Lucene. */
final class WordTokenizer extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);

    private final Analysis analysis;
    private Iterator<Token> tokens = Collections.emptyIterator();
    private int length;

    WordTokenizer(Analysis analysis) {
        this.analysis = analysis;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        StringWriter text = new StringWriter();
        input.transferTo(text);
        length = text.getBuffer().length();
        tokens = analysis.tokens(text.toString()).iterator();
    }

    @Override
    public boolean incrementToken() {
        if (!tokens.hasNext()) {
            return false;
        }
        clearAttributes();
        Token token = tokens.next();
        term.append(token.term());
        offset.setOffset(token.start(), token.end());
        increment.setPositionIncrement(token.increment());
        return true;
    }

    @Override
    public void end() throws IOException {
        super.end();
        offset.setOffset(length, length);
    }
}
