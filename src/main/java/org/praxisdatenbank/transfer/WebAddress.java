package org.praxisdatenbank.transfer;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.praxisdatenbank.problem.Said;

/** The addresses that pages may link to: other schemes than these two run scripts or open local files. */
final class WebAddress {
    static final Said FORM = Said.of("finding.address");

    private WebAddress() {}

    static Optional<String> of(String text) {
        try {
            URI address = new URI(text);
            @Nullable String host = address.getRawAuthority();
            boolean isWeb = text.startsWith("http://") || text.startsWith("https://");
            return isWeb && host != null && !host.isBlank() ? Optional.of(text) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
