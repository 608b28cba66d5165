package io.chodae.provisioning;

/** What is wrong with what was typed or sent. */
public enum UserFault {
    EMAIL_MALFORMED,
    /** The domain of the address is no verified, non-alias domain of the customer. */
    FOREIGN_DOMAIN,
    /** Of a change: another account has the address. */
    ADDRESS_TAKEN,
    GIVEN_NAME_TOO_LONG,
    FAMILY_NAME_TOO_LONG,
    /** The display name. */
    NAME_TOO_LONG,
    EXTERNAL_ID_TOO_LONG,
    /** Another user of the customer, or one who is waited for, has it. */
    EXTERNAL_ID_TAKEN,
    PASSWORD_SHORT,
    PASSWORD_LONG,
    /** The password is the address. */
    PASSWORD_ADDRESS,
    /** It is one of those that are tried first. */
    PASSWORD_COMMON
}
