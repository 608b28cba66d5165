package io.chodae.domain;

/**
 * What a customer has to publish for one domain. It is no secret: everybody may read it there, and it proves the domain
 * for this customer alone.
 */
public record Proof(String domain, String token) {

    private static final String NAME = "chodae-verification";

    /** Of the text record: a name of its own crowds nothing, and may be delegated. */
    public String recordName() {
        return "_chodae-challenge." + domain;
    }

    /** Of the text record, and all that the file holds. */
    public String value() {
        return NAME + "=" + token;
    }

    /** Where no page that visitors write can stand (RFC 8615). */
    public String filePath() {
        return "/.well-known/" + fileName();
    }

    public String fileName() {
        return NAME + ".html";
    }

    public String metaName() {
        return NAME;
    }

    public String metaTag() {
        return "<meta name=\"" + NAME + "\" content=\"" + token + "\">";
    }
}
