package io.chodae.mail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A status code of RFC 3463, which says more than the three digits of SMTP. */
public record EnhancedStatus(int kind, int subject, int detail) {

    private static final Pattern CODE = Pattern.compile("([245])\\.([0-9]{1,3})\\.([0-9]{1,3})(?![0-9.])");
    private static final Pattern REPLY = Pattern.compile("[245][0-9]{2}[ -](" + CODE.pattern() + ")(?: .*)?");

    private static final int ADDRESSING = 1;

    /** Of the sender's address (RFC 3463, 3.2), and of a relay behind it. */
    private static final int SENDER_SYNTAX = 7;

    private static final int NON_COMPLIANT = 9;

    /** Reads {@code 5.1.1}, with whatever follows a blank or a bracket; empty where no code stands there. */
    public static Optional<EnhancedStatus> of(String text) {
        Matcher code = CODE.matcher(text.strip());
        return code.lookingAt() ? Optional.of(read(code, 1)) : Optional.empty();
    }

    /** The code in a reply of a server (RFC 2034): {@code 550 5.1.1 no such user}. */
    public static Optional<EnhancedStatus> ofReply(String reply) {
        Matcher whole = REPLY.matcher(reply);
        return whole.matches() ? Optional.of(read(whole, 2)) : Optional.empty();
    }

    private static EnhancedStatus read(Matcher code, int group) {
        return new EnhancedStatus(
                Integer.parseInt(code.group(group)),
                Integer.parseInt(code.group(group + 1)),
                Integer.parseInt(code.group(group + 2)));
    }

    public boolean isPermanent() {
        return kind == 5;
    }

    public boolean isForNow() {
        return kind == 4;
    }

    /** For good, and because of the recipient's address rather than the sender's. */
    public boolean isNoAddress() {
        return isPermanent() && subject == ADDRESSING && (detail < SENDER_SYNTAX || detail > NON_COMPLIANT);
    }

    /** As it is written. */
    @Override
    public String toString() {
        return kind + "." + subject + "." + detail;
    }
}
