package io.chodae.mail;

import io.chodae.shared.CustomerId;

/** The mail that a report came back about, as its return path names it. */
record ReturnedMail(CustomerId customer, long mailId) {}
