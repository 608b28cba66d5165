package io.chodae.invitation;

/**
 * How much may be sent, against the abuse of other people's mailboxes. Zero means no limit.
 *
 * @param perRecipient invitations of one customer to one address within a day
 * @param perRecipientOverall those of all customers together
 * @param pressesPerMinute of the buttons that send, by one operator
 * @param pressesPerHour the same for an hour
 */
record InvitationLimits(int perRecipient, int perRecipientOverall, int pressesPerMinute, int pressesPerHour) {}
