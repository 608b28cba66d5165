package io.chodae.sender;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Signs mails for one domain (RFC 6376, rsa-sha256, relaxed for header and body). Works on the bytes that go over the
 * wire; the same mail gets the same signature at every attempt.
 */
final class DkimSigner {

    /** Whatever a reader sees or a program acts on; each is signed where the mail has it. */
    private static final List<String> SIGNED = List.of(
            "from",
            "reply-to",
            "to",
            "subject",
            "date",
            "message-id",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "auto-submitted",
            "list-unsubscribe",
            "list-unsubscribe-post");

    /** Named once more than they occur, so that a second one cannot be added on the way (RFC 6376, 8.15). */
    private static final List<String> NOT_TWICE = List.of("from", "reply-to", "to", "subject", "date");

    private static final int LINE = 72;

    private final String domain;
    private final String selector;
    private final PrivateKey key;

    /** @param domain as A-label */
    DkimSigner(String domain, String selector, PrivateKey key) {
        this.domain = domain;
        this.selector = selector;
        this.key = key;
    }

    /**
     * The mail with its signature on top.
     *
     * @param mail as in RFC 5322, every line ends with CRLF
     * @param at when it was written
     */
    byte[] sign(byte[] mail, Instant at) {
        int body = MailHeaders.end(mail);
        Map<String, String> headers = MailHeaders.relaxed(mail, body);
        List<String> names = SIGNED.stream().filter(headers::containsKey).toList();
        String open = open(names, bodyHash(mail, body), at);
        StringBuilder signed = new StringBuilder(2048);
        names.forEach(name -> signed.append(headers.get(name)).append("\r\n"));
        signed.append(MailHeaders.relaxed(open));
        String line = open + "\r\n " + folded(signature(signed.toString())) + "\r\n";
        byte[] top = line.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(top.length + mail.length).put(top).put(mail).array();
    }

    /** The header up to the signature itself, which is left empty in what it signs. */
    private String open(List<String> names, String bodyHash, Instant at) {
        List<String> listed = new ArrayList<>(names);
        listed.addAll(NOT_TWICE);
        return "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + domain + ";\r\n s=" + selector + "; t="
                + at.getEpochSecond() + ";\r\n h=" + folded(listed) + ";\r\n bh=" + bodyHash + ";\r\n b=";
    }

    private static String bodyHash(byte[] mail, int body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(RelaxedBody.of(mail, body));
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signature(String signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String folded(List<String> names) {
        StringBuilder result = new StringBuilder();
        int column = 3;
        for (String name : names) {
            if (!result.isEmpty()) {
                result.append(':');
            }
            if (column + name.length() > LINE) {
                result.append("\r\n ");
                column = 1;
            }
            result.append(name.toLowerCase(Locale.ROOT));
            column += name.length() + 1;
        }
        return result.toString();
    }

    private static String folded(String base64) {
        return base64.replaceAll("(.{" + LINE + "})(?=.)", "$1\r\n ");
    }
}
