package io.chodae.cloudidentity;

import io.chodae.audit.Actor;
import io.chodae.capture.CancelUserInvitations;
import io.chodae.capture.SendUserInvitations;
import io.chodae.capture.UserInvitationResult;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.wire.Answer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** send and cancel. */
@Component
class AnswerWrites {

    private final SendUserInvitations send;
    private final CancelUserInvitations cancel;

    AnswerWrites(SendUserInvitations send, CancelUserInvitations cancel) {
        this.send = send;
        this.cancel = cancel;
    }

    /**
     * Answers calls of one method and one caller, each about another address, in their order: one transaction and a
     * handful of statements, however many they are.
     */
    List<Answer> answer(List<Planned.Write> calls) {
        Planned.Write first = calls.getFirst();
        CustomerId customer = first.who().customer();
        Actor actor = first.who().caller().actor();
        List<EmailAddress> emails = calls.stream().map(Planned.Write::email).toList();
        Map<String, UserInvitationResult> results = first.method() == ApiMethod.SEND
                ? send.send(customer, emails, actor)
                : cancel.cancel(customer, emails, actor);
        return calls.stream()
                .map(call -> answer(
                        call, Objects.requireNonNull(results.get(call.email().key()))))
                .toList();
    }

    private static Answer answer(Planned.Write call, UserInvitationResult result) {
        String customer = call.who().customerName();
        return switch (result) {
            case UserInvitationResult.Done done ->
                call.rendering().ok(InvitationJson.operation(customer, done.invitation()));
            case UserInvitationResult.Refused refused ->
                call.rendering()
                        .refused(Refusals.of(
                                call.method(),
                                InvitationJson.name(customer, call.email().value()),
                                refused));
        };
    }
}
