package io.chodae.wire;

import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.shared.CustomerId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The external ids of customers that called. They never change, so each is looked up once. */
@Component
public class CustomerNames {

    private final Customers customers;
    private final Map<CustomerId, String> names = new ConcurrentHashMap<>();

    CustomerNames(Customers customers) {
        this.customers = customers;
    }

    public String of(CustomerId customer) {
        return names.computeIfAbsent(
                customer, id -> customers.find(id).map(Customer::externalId).orElseThrow());
    }
}
