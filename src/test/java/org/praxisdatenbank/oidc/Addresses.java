package org.praxisdatenbank.oidc;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes addresses apart. */
final class Addresses {
    private static final Pattern ONWARD = Pattern.compile("http-equiv=\"refresh\" content=\"0; url=([^\"]+)\"");

    private Addresses() {}

    static Map<String, String> parameters(String address) {
        return Stream.of(URI.create(address).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    static String parameter(Map<String, String> parameters, String name) {
        return Objects.requireNonNull(parameters.get(name), name);
    }

    /** Path and query, as they are sent to the server. */
    static String fromRoot(String address) {
        URI whole = URI.create(address);
        return whole.getRawPath() + "?" + whole.getRawQuery();
    }

    /** Where a page leads on to by itself. */
    static String onward(String page) {
        Matcher onward = ONWARD.matcher(page);
        if (!onward.find()) {
            throw new IllegalStateException(page);
        }
        return onward.group(1).replace("&amp;", "&");
    }
}
