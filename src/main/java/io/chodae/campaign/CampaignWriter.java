package io.chodae.campaign;

import io.chodae.shared.CustomerId;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes the invitations of a campaign chunk by chunk. It may be killed anywhere and started again anywhere, also
 * twice at the same time: what a chunk writes and how far the campaign has come are one transaction.
 */
@Component
class CampaignWriter {

    private static final Logger log = LoggerFactory.getLogger(CampaignWriter.class);

    private final WriteChunk chunk;

    CampaignWriter(WriteChunk chunk) {
        this.chunk = chunk;
    }

    /**
     * @param stop asked between two chunks
     * @return whether nothing is left to be written
     */
    boolean write(CustomerId customer, long campaignId, BooleanSupplier stop) {
        while (!stop.getAsBoolean()) {
            if (!chunk.write(customer, campaignId)) {
                log.info("campaign {} of customer {}: nothing left to write", campaignId, customer.value());
                return true;
            }
        }
        return false;
    }
}
