package io.chodae.cloudidentity;

import io.chodae.capture.UserInvitationPosition;
import io.chodae.shared.EmailAddress;
import io.chodae.wire.Answer;
import io.chodae.wire.Rendering;
import java.util.Optional;

/** What is to be done about a call, everything about it being read and allowed. */
sealed interface Planned {

    /** Nothing more: it was refused. */
    record Settled(Answer answer) implements Planned {}

    record ReadList(Admitted who, Listing listing, Optional<UserInvitationPosition> after, Rendering rendering)
            implements Planned {}

    /** Get and isInvitableUser. */
    record ReadOne(Admitted who, ApiMethod method, EmailAddress email, Rendering rendering) implements Planned {}

    /** Send and cancel. */
    record Write(Admitted who, ApiMethod method, EmailAddress email, Rendering rendering) implements Planned {}
}
