package io.chodae.domain;

/** What came of claiming a domain. */
public sealed interface ClaimResult {

    /** It waits for its proof. */
    record Claimed(Domain domain) implements ClaimResult {}

    record Refused(Reason reason) implements ClaimResult {}

    /** Why a domain cannot be claimed. */
    enum Reason {
        NO_DOMAIN,
        /** Many share it, such as {@code co.kr}. */
        PUBLIC_SUFFIX,
        /** A mail service for everybody, such as {@code naver.com}. */
        FREE_MAIL,
        /** The customer claims it already. */
        ALREADY_THERE,
        TOO_MANY
    }
}
