package io.chodae.cloudidentity;

import io.chodae.capture.UserInvitation;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Invitations as JSON (proto3's mapping: a 64-bit number is a string, a time is RFC 3339 in UTC). */
final class InvitationJson {

    /** Nobody outside knows the name that Google's own answers give it. */
    private static final String TYPE =
            "type.googleapis.com/google.apps.cloudidentity.userinvitations.v1.UserInvitation";

    private InvitationJson() {}

    static String name(String customer, String email) {
        return "customers/" + customer + "/userinvitations/" + email;
    }

    static Map<String, Object> of(String customer, UserInvitation invitation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name(customer, invitation.email().value()));
        json.put("mailsSentCount", Long.toString(invitation.mailsSent()));
        json.put("state", invitation.state().name());
        json.put("updateTime", DateTimeFormatter.ISO_INSTANT.format(invitation.updatedAt()));
        return json;
    }

    static Map<String, Object> list(String customer, List<UserInvitation> page, Optional<String> nextPageToken) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "userInvitations",
                page.stream().map(invitation -> of(customer, invitation)).toList());
        nextPageToken.ifPresent(token -> json.put("nextPageToken", token));
        return json;
    }

    /** A long-running operation that did not run long. */
    static Map<String, Object> operation(String customer, UserInvitation invitation) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("@type", TYPE);
        response.putAll(of(customer, invitation));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("done", true);
        json.put("response", response);
        return json;
    }
}
