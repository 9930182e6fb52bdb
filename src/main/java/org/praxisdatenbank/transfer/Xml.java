package org.praxisdatenbank.transfer;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Goes through an XML document, element by element. A document type is refused: it could name files to be read, or
 * entities that grow without end. Used by one thread.
 */
final class Xml implements AutoCloseable {
    private final XMLStreamReader reader;
    private final InputStream in;

    /** @param in closed with it */
    Xml(InputStream in) throws IOException {
        this.in = in;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        try {
            reader = factory.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            in.close();
            throw fault(e);
        }
    }

    private static IOException fault(XMLStreamException failure) {
        return failure.getNestedException() instanceof IOException cause
                ? cause
                : new BrokenXlsx(
                        "finding.xlsx.xml",
                        String.valueOf(failure.getLocation().getLineNumber()),
                        String.valueOf(failure.getLocation().getColumnNumber()));
    }

    /** Moves to the next begin or end of an element; false at the end of the document. */
    boolean next() throws IOException {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new BrokenXlsx("finding.xlsx.doctype");
                }
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw fault(e);
        }
    }

    boolean isBegin(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    boolean isEnd(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    /** Null where there is none, and at the end of an element. */
    @Nullable
    String attribute(String name) {
        if (!reader.isStartElement()) {
            return null;
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** A whole number; empty text and what is none count as not there. */
    int number(String name, int otherwise) {
        @Nullable String value = attribute(name);
        return value != null && value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : otherwise;
    }

    /**
     * The text of the element that begins here, up to its end; elements in it are passed over.
     *
     * @param most characters that are kept, and one more
     */
    String text(int most) throws IOException {
        StringBuilder text = new StringBuilder();
        try {
            for (int depth = 1; depth > 0; ) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> depth++;
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        int room = Math.min(reader.getTextLength(), most + 1 - text.length());
                        text.append(reader.getTextCharacters(), reader.getTextStart(), Math.max(0, room));
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new BrokenXlsx("finding.xlsx.entities");
                    default -> {
                        // comments and the like say nothing
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw fault(e);
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
