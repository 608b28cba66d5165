package io.chodae.campaign;

import io.chodae.shared.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A draft that was sent.
 *
 * @param draftId its content and rows, frozen
 * @param offerId what its invitations offer; also the batch of its mails; 0 while it is scheduled
 * @param total people who were to get a mail when "send" was pressed
 * @param written invitations written so far
 * @param skipped people passed over so far because they had enrolled in the meantime
 * @param failure {@code NO_SEAT} or null
 * @param pause null unless paused
 * @param createdBy address of the operator who pressed "send"
 */
public record Campaign(
        long id,
        CustomerId customer,
        long draftId,
        long offerId,
        int total,
        int written,
        int skipped,
        CampaignState state,
        @Nullable String failure,
        @Nullable Pause pause,
        String createdBy,
        Instant createdAt,
        @Nullable Instant finishedAt) {}
