package io.chodae.audit;

import java.util.Optional;

/**
 * The network address of whoever called, where a request is being answered. The web floor implements it, so that no
 * use case has to carry it along.
 */
public interface CallerAddress {

    /** The address without port, as text; empty outside of a request. */
    Optional<String> current();
}
