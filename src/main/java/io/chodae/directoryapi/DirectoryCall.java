package io.chodae.directoryapi;

import io.chodae.audit.Actor;
import io.chodae.identity.ApiCaller;
import io.chodae.shared.CustomerId;
import io.chodae.wire.Answer;
import io.chodae.wire.ApiError;
import io.chodae.wire.Call;
import io.chodae.wire.Query;
import io.chodae.wire.Rendering;

/**
 * A call about which is settled who makes it and that it may be done.
 *
 * @param customerName the external id that answers name
 */
record DirectoryCall(
        ApiCaller caller,
        String customerName,
        DirectoryMethod method,
        DirectoryPath path,
        Query query,
        Call call,
        Rendering rendering) {

    CustomerId customer() {
        return caller.customer();
    }

    Actor actor() {
        return caller.actor();
    }

    /** As the path has it; nothing where it names all users. */
    String userKey() {
        return path.userKey().orElse("");
    }

    Answer refused(ApiError error) {
        return rendering.refused(error);
    }
}
