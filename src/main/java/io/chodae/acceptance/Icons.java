package io.chodae.acceptance;

import org.jspecify.annotations.Nullable;

/** Addresses of the public icons; the version in the query lets browsers keep them for long. */
final class Icons {

    private Icons() {}

    static String service(String publisherId, @Nullable String version) {
        return "/icons/service/" + publisherId + (version == null ? "" : "?v=" + version);
    }

    static String play(String publisherId, long playId) {
        return "/icons/play/" + publisherId + "/" + playId;
    }
}
