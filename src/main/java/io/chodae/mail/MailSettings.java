package io.chodae.mail;

import io.chodae.shared.EmailAddress;
import java.net.URI;

/**
 * Whom the server's mails come from, and where their links lead.
 *
 * @param fromName display name of mails that speak for no publisher
 * @param from the address of every mail; the envelope's sender too, unless mails have
 *     {@linkplain EnvelopeSenders ones} of their own
 * @param publicUrl without a slash at its end
 */
public record MailSettings(String fromName, EmailAddress from, URI publicUrl) {}
