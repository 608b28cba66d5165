package io.chodae.console;

import io.chodae.audit.Actor;
import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.directory.SuspendCustomer;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.stereotype.Component;

/**
 * For who runs the server, beside health and figures: whether a publisher is stopped, and stopping it or letting it go
 * on, which asks for the management key. Publishers are named by their external id.
 */
@Component
@WebEndpoint(id = "publishers")
class PublishersEndpoint {

    private static final Actor SERVER = new Actor(null, "server administrator");

    private final Customers customers;
    private final SuspendCustomer suspendCustomer;

    PublishersEndpoint(Customers customers, SuspendCustomer suspendCustomer) {
        this.customers = customers;
        this.suspendCustomer = suspendCustomer;
    }

    @ReadOperation
    WebEndpointResponse<Map<String, Object>> show(@Selector String publisher) {
        return answer(customers.findByExternalId(publisher));
    }

    /** Answers how it stands afterwards. */
    @WriteOperation
    WebEndpointResponse<Map<String, Object>> suspend(@Selector String publisher, boolean suspended) {
        Optional<Customer> found = customers.findByExternalId(publisher);
        found.ifPresent(customer -> {
            if (suspended) {
                suspendCustomer.suspend(customer.id(), SERVER);
            } else {
                suspendCustomer.resume(customer.id(), SERVER);
            }
        });
        return answer(found);
    }

    private WebEndpointResponse<Map<String, Object>> answer(Optional<Customer> found) {
        return found.map(this::stand)
                .map(WebEndpointResponse::new)
                .orElseGet(() -> new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND));
    }

    private Map<String, Object> stand(Customer customer) {
        return Map.of("name", customer.name(), "suspended", customers.isSuspended(customer.id()));
    }
}
