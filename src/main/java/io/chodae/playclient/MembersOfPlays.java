package io.chodae.playclient;

import io.chodae.bizkit.EnrolledUser;
import io.chodae.bizkit.EnrolledUsers;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.identity.ClientMembers;
import io.chodae.shared.AccountId;
import io.chodae.shared.EmailAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Of an enrolled user a Play learns what the publisher knows, and only as long as the user may use the Play. */
@Component
class MembersOfPlays implements ClientMembers {

    private final PlayClients clients;
    private final EnrolledUsers users;
    private final Accounts accounts;
    private final PlaySubjects subjects;

    MembersOfPlays(PlayClients clients, EnrolledUsers users, Accounts accounts, PlaySubjects subjects) {
        this.clients = clients;
        this.users = users;
        this.accounts = accounts;
        this.subjects = subjects;
    }

    @Override
    public Optional<Map<String, Object>> claims(String clientId, AccountId id, Set<String> scopes) {
        return clients.byClientId(clientId)
                .map(ClientRow::client)
                .filter(PlayClient::enabled)
                .flatMap(client -> accounts.find(id)
                        .filter(account -> !account.disabled())
                        .flatMap(account -> users.usingPlay(client.customer(), client.playId(), id)
                                .map(user -> claims(subjects.of(client.customer(), id), user, account, scopes))));
    }

    private static Map<String, Object> claims(String subject, EnrolledUser user, Account account, Set<String> scopes) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", subject);
        if (scopes.contains(PlayScopes.PROFILE)) {
            claims.put("name", user.name());
            claims.put("locale", account.language().tag());
        }
        if (scopes.contains(PlayScopes.EMAIL)) {
            claims.put("email", user.email());
            claims.put("email_verified", account.emailVerified() && sameAddress(user, account));
        }
        if (scopes.contains(PlayScopes.PHONE) && user.phone() != null) {
            claims.put("phone_number", user.phone());
        }
        if (scopes.contains(PlayScopes.CHODAE)) {
            own(claims, user);
        }
        return claims;
    }

    private static void own(Map<String, Object> claims, EnrolledUser user) {
        claims.put("service_type", user.serviceType().name());
        if (user.extraInfo() != null && !user.extraInfo().isEmpty()) {
            claims.put("tag", user.extraInfo());
        }
        if (user.groupId() != null && user.groupName() != null) {
            Map<String, Object> group = new LinkedHashMap<>();
            group.put("id", user.groupId().toString());
            group.put("name", user.groupName());
            claims.put("group", group);
        }
    }

    /** The invited address may differ from the account's, and is proven only where it does not. */
    private static boolean sameAddress(EnrolledUser user, Account account) {
        return EmailAddress.of(user.email()).key().equals(account.email().key());
    }
}
