package io.chodae.mail;

import io.chodae.shared.CustomerId;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Answers what became of mails. */
@Component
public class Deliveries {

    /** The newest mail of this kind about each subject; subjects without one are left out. */
    public Map<Long, Delivery> latestFor(CustomerId customer, String kind, Collection<Long> subjectIds) {
        throw new UnsupportedOperationException();
    }

    public DeliveryCounts countsForBatch(CustomerId customer, String kind, long batchId) {
        throw new UnsupportedOperationException();
    }
}
