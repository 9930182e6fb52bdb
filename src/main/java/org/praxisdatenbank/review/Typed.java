package org.praxisdatenbank.review;

/** What people type, without what nobody can see and the database cannot hold. */
final class Typed {
    private Typed() {}

    /** In one line, without blanks around it. */
    static String line(String text) {
        return lines(text).replaceAll("\\s*\\n\\s*", " ");
    }

    /** With line ends as the record format has them. */
    static String lines(String text) {
        StringBuilder plain = new StringBuilder();
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\t', ' ')
                .codePoints()
                .filter(Typed::isKept)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }

    private static boolean isKept(int character) {
        return character == '\n' || (character >= ' ' && Character.getType(character) != Character.SURROGATE);
    }

    /** People leave out how an address begins, as browsers let them. */
    static String address(String text) {
        String address = line(text);
        return address.matches("(?i)[\\w-]+(\\.[\\w-]+)+([/?#].*)?") ? "https://" + address : address;
    }
}
