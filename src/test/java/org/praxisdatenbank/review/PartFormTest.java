package org.praxisdatenbank.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.praxisdatenbank.account.AccountId;
import org.praxisdatenbank.account.Role;
import org.praxisdatenbank.account.Scope;
import org.praxisdatenbank.index.Samples;
import org.praxisdatenbank.review.Standing.Viewer;
import org.praxisdatenbank.web.QueryString;

/** A part of the form, as it is taken. */
final class PartFormTest {
    @ParameterizedTest
    @CsvSource({
        "www.beispiel.de, https://www.beispiel.de",
        "beispiel.de/kita, https://beispiel.de/kita",
        "http://beispiel.de, http://beispiel.de",
        "gibt es nicht, gibt es nicht"
    })
    void an_address_may_leave_out_how_it_begins(String typed, String kept) {
        Viewer editor = new Viewer(new AccountId(UUID.randomUUID()), Role.EDITOR, Scope.ALL);
        PartForm form = new PartForm(QueryString.parse("website=" + typed), Part.WHEN, Samples.VOCABULARIES, editor);

        assertThat(form.appliedTo(Entered.NOTHING).text("website")).isEqualTo(kept);
    }
}
