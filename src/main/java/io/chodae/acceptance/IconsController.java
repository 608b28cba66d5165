package io.chodae.acceptance;

import io.chodae.bizkit.BizKits;
import io.chodae.bizkit.PrivatePlays;
import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves the icons that a publisher shows to the people it invites. They are public: invitees have no account yet. */
@Controller
class IconsController {

    private final Customers customers;
    private final BizKits bizKits;
    private final PrivatePlays plays;

    IconsController(Customers customers, BizKits bizKits, PrivatePlays plays) {
        this.customers = customers;
        this.bizKits = bizKits;
        this.plays = plays;
    }

    @GetMapping("/icons/service/{publisherId}")
    ResponseEntity<byte[]> service(@PathVariable String publisherId) {
        return png(customers.findByExternalId(publisherId).map(Customer::id).flatMap(bizKits::icon));
    }

    @GetMapping("/icons/play/{publisherId}/{playId}")
    ResponseEntity<byte[]> play(@PathVariable String publisherId, @PathVariable long playId) {
        return png(customers.findByExternalId(publisherId).flatMap(customer -> plays.icon(customer.id(), playId)));
    }

    private static ResponseEntity<byte[]> png(Optional<byte[]> icon) {
        return icon.map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .header("X-Content-Type-Options", "nosniff")
                        .cacheControl(
                                CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
                        .body(bytes))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
