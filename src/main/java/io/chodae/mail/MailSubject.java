package io.chodae.mail;

/**
 * What one mail was about.
 *
 * @param number which mail about it
 */
public record MailSubject(long id, int number) {}
