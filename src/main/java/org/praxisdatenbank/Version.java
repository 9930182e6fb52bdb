package org.praxisdatenbank;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** Tells which version of the program this is. */
final class Version implements IVersionProvider {

    /** As in the jar's manifest; {@code development} when run from classes. */
    static String get() {
        @Nullable String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"praxisdatenbank " + get()};
    }
}
