package org.praxisdatenbank.region;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.search.PracticeList;
import org.praxisdatenbank.web.Frame;

/**
 * One state.
 *
 * @param inState its name as part of a sentence: {@code in Bayern}, {@code im Saarland}
 * @param lead what there is, in numbers
 * @param office null: nothing is known of it
 * @param municipalities in the order of their names
 */
public record StatePage(
        Frame frame,
        String inState,
        String lead,
        @Nullable Office office,
        PracticeList practices,
        List<MunicipalityLine> municipalities) {
    public StatePage {
        municipalities = List.copyOf(municipalities);
    }

    /**
     * One municipality.
     *
     * @param about kind and year
     */
    public record MunicipalityLine(String name, String about) {}

    /** The address of the office's page as people write it. */
    static String spoken(String url) {
        return url.replaceFirst("^https?://(www\\.)?", "");
    }

    public String officeUrlText() {
        return office == null ? "" : spoken(office.url());
    }
}
