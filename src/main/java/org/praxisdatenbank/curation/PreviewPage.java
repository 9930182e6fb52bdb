package org.praxisdatenbank.curation;

import java.util.Map;
import org.praxisdatenbank.account.WorkFrame;

/**
 * What an edit would change, to be confirmed.
 *
 * @param path of the page to go back to
 * @param action where the confirmation goes
 * @param fields of the form, as they were typed, with the version of the list
 * @param search where all published practices that carry the term are listed; empty: it has nothing to do with any
 */
public record PreviewPage(
        WorkFrame work, String path, String action, Map<String, String> fields, Preview preview, String search) {
    public PreviewPage {
        fields = Map.copyOf(fields);
    }
}
