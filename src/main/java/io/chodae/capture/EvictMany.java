package io.chodae.capture;

import io.chodae.audit.Actor;
import io.chodae.directory.Customers;
import io.chodae.directory.EvictAccount;
import io.chodae.directory.EvictionResult;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes the addresses of a chunk back, in its transaction: domains first, then accounts by their key, as all do here. */
@Component
class EvictMany {

    private final Customers customers;
    private final Listing listing;
    private final EvictAccount evict;
    private final JdbcClient jdbc;

    EvictMany(Customers customers, Listing listing, EvictAccount evict, JdbcClient jdbc) {
        this.customers = customers;
        this.listing = listing;
        this.evict = evict;
        this.jdbc = jdbc;
    }

    /** What became of each, by its key: {@link TransferJob#EVICTED} or the name of a refusal. */
    Map<String, String> evict(CustomerId customer, List<EmailAddress> addresses, Actor actor) {
        Map<String, String> results = new LinkedHashMap<>();
        if (addresses.isEmpty()) {
            return results;
        }
        if (customers.isSuspended(customer)) {
            addresses.forEach(address -> results.put(address.key(), UserInvitationRefusal.CUSTOMER_SUSPENDED.name()));
            return results;
        }
        listing.shareDomainsOf(accounts(addresses));
        for (EmailAddress address : addresses) {
            results.put(
                    address.key(),
                    switch (evict.evict(customer, address, actor)) {
                        case EvictionResult.Evicted evicted -> TransferJob.EVICTED;
                        case EvictionResult.Refused refused -> refused.reason().name();
                    });
        }
        return results;
    }

    private List<AccountId> accounts(List<EmailAddress> addresses) {
        return jdbc.sql("select account_id from account where email_key = any(:keys)")
                .param("keys", Addresses.keys(addresses).toArray(String[]::new))
                .query((row, number) -> new AccountId(row.getLong("account_id")))
                .list();
    }
}
