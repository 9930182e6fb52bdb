package org.praxisdatenbank.account;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which program on which system, roughly: enough to know one's own sessions again, too little to tell people apart. */
final class Device {
    private static final List<String> PROGRAMS = List.of("Firefox", "Edg", "OPR", "Chrome", "Safari");
    private static final List<String> SYSTEMS = List.of("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux");

    private Device() {}

    /** {@code Firefox, Linux}; a question mark for what is not known. */
    static String of(@Nullable String userAgent) {
        String text = userAgent == null ? "" : userAgent;
        return name(PROGRAMS, text).orElse("?").replace("Edg", "Edge").replace("OPR", "Opera") + ", "
                + name(SYSTEMS, text).orElse("?");
    }

    private static Optional<String> name(List<String> names, String text) {
        return names.stream().filter(text::contains).findFirst();
    }
}
