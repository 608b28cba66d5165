package io.chodae.capture;

import io.chodae.shared.CustomerId;
import org.springframework.stereotype.Component;

/** What each customer wants about transfer requests that nobody answers. */
@Component
public class CustomerTransferRules {

    private final TransferRulesStore store;

    CustomerTransferRules(TransferRulesStore store) {
        this.store = store;
    }

    /** {@link TransferRules#NONE} where it never said. */
    public TransferRules of(CustomerId customer) {
        return store.of(customer).rules();
    }
}
