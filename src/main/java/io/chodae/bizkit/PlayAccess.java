package io.chodae.bizkit;

import org.jspecify.annotations.Nullable;

/** Whether an account may use a Private Play now. */
public sealed interface PlayAccess {

    /** It may, as this enrolled user. */
    record Granted(EnrolledUser user) implements PlayAccess {}

    /**
     * It may not.
     *
     * @param ask who invited this account last; null where nobody of the publisher ever did
     */
    record Refused(Reason reason, @Nullable Contact ask) implements PlayAccess {}

    /** Whom the invitation named for questions. */
    record Contact(String name, String email, String phone) {}

    /** Why; the first that holds. */
    enum Reason {
        /** This account never accepted an invitation of the publisher. */
        NOT_ENROLLED,
        /** It did, and belongs to the service no more: gone, removed, or past the last day of the membership. */
        LEFT,
        /** Whoever runs the server has stopped the publisher. */
        PUBLISHER_STOPPED,
        /** The publisher suspended the person. */
        SUSPENDED,
        /** The Play is off for everybody. */
        PLAY_OFF,
        /** The person stopped using this Play. */
        WITHDREW_FROM_PLAY,
        /** The person belongs to the service, and this Play is not among what they may use. */
        NOT_OFFERED
    }
}
