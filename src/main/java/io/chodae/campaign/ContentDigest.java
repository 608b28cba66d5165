package io.chodae.campaign;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** One short value for the texts that a person reads in an invitation, so that the same ones are found by an index. */
final class ContentDigest {

    private ContentDigest() {}

    /** The group and the Plays stay out: the same words again are what a reader notices. */
    static byte[] of(DraftContent content) {
        // cleaned texts hold no control characters, so that one of those keeps the fields apart
        String texts = String.join(
                "\u0000", content.inviterName(), content.contactEmail(), content.contactPhone(), content.reason());
        try {
            return MessageDigest.getInstance("SHA-256").digest(texts.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
