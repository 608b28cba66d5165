package io.chodae.identity;

import org.jspecify.annotations.Nullable;

/**
 * One line of a list of accounts, as it was read.
 *
 * @param line number of the line in its file, from 1
 * @param email as written
 * @param name as written; empty: the part of the address before the @
 * @param language {@code ko} or {@code en}; empty: {@code ko}
 * @param verified {@code true} or {@code false}; empty: {@code false}
 * @param passwordHash with its prefix; null or empty: the person sets a password by mail
 */
public record ImportedAccount(
        long line,
        String email,
        String name,
        String language,
        String verified,
        @Nullable String passwordHash) {

    /** Without the hash. */
    @Override
    public String toString() {
        return "line " + line;
    }
}
