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

    /**
     * Whether a safe path may be opened by whoever is not signed in: an invitation, a colleague's too, signs people in
     * and up by itself, and a client's request for a sign-in is checked, and kept, before anybody is asked to sign in.
     */
    public static boolean opensWithoutSignIn(String path) {
        return path.startsWith("/i/")
                || path.startsWith("/t/")
                || path.startsWith("/join/")
                || path.startsWith("/oauth2/authorize?");
    }
}
