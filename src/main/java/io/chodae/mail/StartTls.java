package io.chodae.mail;

import java.util.Locale;

/** Whether the connection to the relay turns to TLS (RFC 3207). A certificate is always checked. */
enum StartTls {
    /** No mail goes over a connection without it. */
    REQUIRED,
    /** Where the relay offers it. A password still never goes without it. */
    PREFERRED,
    /** Never asked for. */
    OFF;

    /**
     * The setting {@code chodae.mail.starttls}.
     *
     * @param setting empty: required, but off for a relay on this machine, whose certificate nobody could check
     */
    static StartTls of(String setting, String host) {
        if (!setting.isBlank()) {
            return valueOf(setting.strip().toUpperCase(Locale.ROOT));
        }
        return isThisMachine(host) ? OFF : REQUIRED;
    }

    /** Told by the name alone: whom a name server calls so is nobody's word on how to talk to it. */
    private static boolean isThisMachine(String host) {
        return host.equalsIgnoreCase("localhost") || host.matches("127(\\.\\d{1,3}){3}|\\[?::1]?");
    }

    boolean isAsked() {
        return this != OFF;
    }

    boolean isNeeded(boolean withPassword) {
        return this == REQUIRED || (this == PREFERRED && withPassword);
    }
}
