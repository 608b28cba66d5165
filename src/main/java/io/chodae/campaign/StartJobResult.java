package io.chodae.campaign;

import io.chodae.invitation.Limited;

/** How asking for a job ended. */
public sealed interface StartJobResult {

    /** It is worked at from now on, or was from an earlier press of the same button. */
    record Started(long jobId) implements StartJobResult {}

    /** There is nobody to whom it could be done; nothing was written. */
    record Nobody() implements StartJobResult {}

    /** There is no such group to move people to; nothing was written. */
    record NoSuchGroup() implements StartJobResult {}

    /** Whoever asks has sent so often that it is enough for now; nothing was written. */
    record TooMany(Limited limit) implements StartJobResult {}
}
