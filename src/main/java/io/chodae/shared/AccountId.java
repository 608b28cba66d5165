package io.chodae.shared;

/** A member account of the directory. Accounts stand above customers: one person, one account, many publishers. */
public record AccountId(long value) {}
