package io.chodae.capture;

import io.chodae.capture.TransferClock.Notice;
import io.chodae.capture.TransferClock.Telling;
import io.chodae.capture.TransferClockStore.Asked;
import io.chodae.mail.Deliveries;
import io.chodae.mail.Delivery;
import io.chodae.mail.MailSubject;
import io.chodae.shared.CustomerId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What became of the mails that a request's clock counts from. */
@Component
class TransferMailFates {

    private final Deliveries deliveries;

    TransferMailFates(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** What became of one mail. */
    sealed interface Fate {

        /** The relay took it, and nothing came back so far. */
        record Arrived(Instant at) implements Fate {}

        record Waits() implements Fate {}

        /** It bounced, failed, was never handed over, or there is none. */
        record Lost() implements Fate {}
    }

    /** Of the mail that told of the deadline, or of the first one; by the request's id. */
    Map<Long, Fate> tellings(CustomerId customer, Collection<Asked> requests) {
        Map<Long, Fate> fates = new HashMap<>(of(
                customer,
                TransferMails.REQUEST,
                requests.stream().filter(one -> telling(one) == 0).toList(),
                Asked::linkNumber));
        List<Asked> later = requests.stream().filter(one -> telling(one) > 0).toList();
        fates.putAll(of(
                customer, TransferMails.REMINDER, later, one -> TransferMails.number(one.linkNumber(), telling(one))));
        return fates;
    }

    /** Of the last notices. */
    Map<Long, Fate> notices(CustomerId customer, Collection<Asked> requests) {
        return of(customer, TransferMails.NOTICE, requests, one -> {
            Notice notice = one.clock().notice();
            return TransferMails.number(one.linkNumber(), notice == null ? 0 : notice.number());
        });
    }

    private static int telling(Asked one) {
        Telling telling = one.clock().deadline();
        return telling == null ? 0 : telling.number();
    }

    private Map<Long, Fate> of(
            CustomerId customer, String kind, Collection<Asked> requests, Function<Asked, Integer> number) {
        if (requests.isEmpty()) {
            return Map.of();
        }
        Map<MailSubject, Delivery> found = deliveries.of(
                customer,
                kind,
                requests.stream()
                        .map(one -> new MailSubject(one.id(), number.apply(one)))
                        .toList());
        Map<Long, Fate> fates = new HashMap<>();
        requests.forEach(one -> fates.put(one.id(), fate(found.get(new MailSubject(one.id(), number.apply(one))))));
        return fates;
    }

    private static Fate fate(@Nullable Delivery delivery) {
        if (delivery == null) {
            return new Fate.Lost();
        }
        return switch (delivery.state()) {
            case SENT ->
                Optional.ofNullable(delivery.sentAt())
                        .<Fate>map(Fate.Arrived::new)
                        .orElseGet(Fate.Lost::new);
            case QUEUED, SENDING, DEFERRED, HELD -> new Fate.Waits();
            case FAILED, OBSOLETE, BOUNCED, SUPPRESSED -> new Fate.Lost();
        };
    }
}
