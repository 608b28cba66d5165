package io.chodae.mail;

/**
 * A mail as its reader sees it, read back from the bytes that would be sent.
 *
 * @param from display name and address
 */
public record RenderedMail(String from, String to, String subject, String text, String html) {}
