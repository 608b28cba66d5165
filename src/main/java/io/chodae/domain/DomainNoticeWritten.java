package io.chodae.domain;

import io.chodae.shared.CustomerId;

/** There is news about a domain for the customer's administrators; published in the transaction that makes it so. */
public record DomainNoticeWritten(CustomerId customer, long noticeId, DomainNews news) {}
