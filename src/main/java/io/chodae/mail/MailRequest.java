package io.chodae.mail;

import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;

/**
 * A mail to be sent. It names what it is about and never what it says: the {@link MailComposer} of its kind writes it
 * when it is about to go out. Customer, kind, subject and subject number together name one mail for good.
 *
 * @param kind of mail, as the composer names it
 * @param batchId what to count it under, such as an offer
 * @param subjectId what it is about, such as an invitation
 * @param subjectNumber which mail about that subject, such as the number of its link
 */
public record MailRequest(
        CustomerId customer,
        String kind,
        long batchId,
        long subjectId,
        int subjectNumber,
        EmailAddress to,
        String toName,
        Language language) {}
