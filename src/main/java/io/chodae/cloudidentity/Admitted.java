package io.chodae.cloudidentity;

import io.chodae.identity.ApiCaller;
import io.chodae.shared.CustomerId;

/** @param customerName the external id that answers name */
record Admitted(ApiCaller caller, String customerName) {

    CustomerId customer() {
        return caller.customer();
    }
}
