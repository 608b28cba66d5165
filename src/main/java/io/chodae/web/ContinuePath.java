package io.chodae.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a person wanted to go before signing in, as it came with a request: taken only where it stays with us. */
public final class ContinuePath {

    /** Name of the request parameter and of the hidden field that carries it on. */
    public static final String PARAMETER = "continue";

    private static final int MAX_LENGTH = 2000;

    private ContinuePath() {}

    /**
     * The path, if it begins with a single slash and has nothing that a browser may read as another host: no second
     * slash at the start, no backslash, no control character.
     */
    public static Optional<String> safe(@Nullable String typed) {
        if (typed == null || typed.length() > MAX_LENGTH || !typed.startsWith("/") || typed.startsWith("//")) {
            return Optional.empty();
        }
        boolean odd = typed.chars().anyMatch(c -> c == '\\' || c <= ' ' || c == 0x7f);
        return odd ? Optional.empty() : Optional.of(typed);
    }

    /** Whether a safe path is part of an invitation, a colleague's too, which signs people in and up by itself. */
    public static boolean opensWithoutSignIn(String path) {
        return path.startsWith("/i/") || path.startsWith("/join/");
    }
}
