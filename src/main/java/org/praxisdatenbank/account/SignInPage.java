package org.praxisdatenbank.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.web.Fault;
import org.praxisdatenbank.web.Frame;

/**
 * What somebody sees who signs in.
 *
 * @param wanted where to go then, from the root; empty: to the overview
 * @param notice key of what was done before; null: nothing
 * @param identityProvider what people call it; null: there is none
 */
public record SignInPage(
        Frame frame,
        String email,
        String wanted,
        @Nullable String notice,
        @Nullable String identityProvider,
        List<Fault> faults) {
    public SignInPage {
        faults = List.copyOf(faults);
    }
}
