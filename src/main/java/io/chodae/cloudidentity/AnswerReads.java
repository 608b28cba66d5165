package io.chodae.cloudidentity;

import io.chodae.capture.UserInvitation;
import io.chodae.capture.UserInvitationPosition;
import io.chodae.capture.UserInvitations;
import io.chodae.shared.CustomerId;
import io.chodae.wire.Answer;
import io.chodae.wire.ApiError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** list, get and isInvitableUser. */
@Component
class AnswerReads {

    private final UserInvitations invitations;
    private final PageTokens pageTokens;

    AnswerReads(UserInvitations invitations, PageTokens pageTokens) {
        this.invitations = invitations;
        this.pageTokens = pageTokens;
    }

    Answer list(Planned.ReadList call) {
        Listing listing = call.listing();
        CustomerId customer = call.who().customer();
        List<UserInvitation> rows = listing.states().isEmpty()
                ? List.of()
                : invitations.page(
                        customer,
                        listing.states(),
                        listing.order(),
                        call.after().orElse(null),
                        listing.size() + 1);
        boolean more = rows.size() > listing.size();
        List<UserInvitation> page = more ? rows.subList(0, listing.size()) : rows;
        Optional<String> token =
                more ? Optional.of(pageTokens.seal(customer, listing, position(page.getLast()))) : Optional.empty();
        return call.rendering().ok(InvitationJson.list(call.who().customerName(), page, token));
    }

    Answer one(Planned.ReadOne call) {
        CustomerId customer = call.who().customer();
        if (call.method() == ApiMethod.IS_INVITABLE_USER) {
            return call.rendering().ok(Map.of("isInvitableUser", invitations.isInvitable(customer, call.email())));
        }
        String name = call.who().customerName();
        return invitations
                .find(customer, call.email())
                .map(invitation -> call.rendering().ok(InvitationJson.of(name, invitation)))
                .orElseGet(() -> call.rendering()
                        .refused(ApiError.notFound("%s does not exist: there is no unmanaged account with this address."
                                .formatted(
                                        InvitationJson.name(name, call.email().value())))));
    }

    private static UserInvitationPosition position(UserInvitation last) {
        return new UserInvitationPosition(last.updatedAt(), last.email().key());
    }
}
