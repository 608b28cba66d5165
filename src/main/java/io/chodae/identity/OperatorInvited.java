package io.chodae.identity;

import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;

/**
 * Published in the transaction that wrote the link.
 *
 * @param linkNumber the link's token is {@code secrets.token("operator", customer, invitationId, linkNumber)}; page
 *     {@code /join/{token}}
 * @param name the colleague's, where there is an account; else empty
 */
public record OperatorInvited(
        CustomerId customer, long invitationId, int linkNumber, EmailAddress email, String name, Language language) {}
