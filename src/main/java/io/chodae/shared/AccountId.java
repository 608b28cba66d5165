package io.chodae.shared;

import java.io.Serializable;

/** A member account of the directory. Accounts stand above customers: one person, one account, many publishers. */
public record AccountId(long value) implements Serializable {}
