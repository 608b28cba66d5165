package io.chodae.capture;

import io.chodae.mail.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * What is known beside the state of a request.
 *
 * @param declineReason in the person's own words; empty where there are none
 * @param mail how the newest mail of the link that is out stands; null where there is none
 */
public record TransferNote(String declineReason, @Nullable Delivery mail) {}
