package io.chodae.wire;

/**
 * An API whose calls may come in a batch to the address that all APIs have: what clients do that know one host for each
 * API, and so no other address.
 */
public interface BatchApi {

    /** Whether the call is one of its own. */
    boolean takes(Call call);

    /** Does a part of a batch; never throws. */
    Answer part(Call call, TokenCheck check);
}
