package io.chodae.campaign;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;

/** An operator wants to have a look at the mail in his own mailbox; published in the transaction that notes it. */
public record TestMailRequested(
        CustomerId customer, long draftId, long testId, AccountId operator, Language language) {}
