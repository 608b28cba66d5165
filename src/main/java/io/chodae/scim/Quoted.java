package io.chodae.scim;

/** Text of a request inside a message: cut short, and without anything that a terminal would take for a command. */
final class Quoted {

    private static final int LONGEST = 60;

    private Quoted() {}

    static String of(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return cut.replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
