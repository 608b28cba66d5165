package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.console.Hotels.Hotel;
import io.chodae.identity.ApiScopes;
import io.chodae.identity.CreateServiceAccount;
import io.chodae.identity.DirectoryTokens;
import io.chodae.identity.MakeDirectoryToken;
import io.chodae.identity.RegisterProgram;
import io.chodae.identity.RevokeDirectoryToken;
import io.chodae.identity.ServiceAccountKeys;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service account with a key, a program that the owner let act, and a directory token. */
@TestComponent
class ApiBelongings {

    private final CreateServiceAccount create;
    private final ServiceAccountKeys keys;
    private final RegisterProgram register;
    private final DirectoryTokens tokens;
    private final MakeDirectoryToken makeToken;
    private final RevokeDirectoryToken revokeToken;
    private final JdbcClient jdbc;

    ApiBelongings(
            CreateServiceAccount create,
            ServiceAccountKeys keys,
            RegisterProgram register,
            DirectoryTokens tokens,
            MakeDirectoryToken makeToken,
            RevokeDirectoryToken revokeToken,
            JdbcClient jdbc) {
        this.create = create;
        this.keys = keys;
        this.register = register;
        this.tokens = tokens;
        this.makeToken = makeToken;
        this.revokeToken = revokeToken;
        this.jdbc = jdbc;
    }

    Map<String, String> of(Hotel hotel, String number) {
        var account = create.create(
                hotel.customer(),
                "Sync " + number + " " + hotel.mark(),
                List.of(ApiScopes.DIRECTORY_USER),
                hotel.owner());
        assertThat(account).isInstanceOf(CreateServiceAccount.Result.Created.class);
        long id = ((CreateServiceAccount.Result.Created) account).id();
        var key = keys.add(hotel.customer(), id, 0, hotel.owner());
        assertThat(key).isInstanceOf(ServiceAccountKeys.Result.Made.class);
        var program = register.register(
                hotel.customer(),
                UUID.randomUUID(),
                "Program " + number + " " + hotel.mark(),
                "https://" + hotel.mark() + ".example/back",
                hotel.owner());
        assertThat(program).isInstanceOf(RegisterProgram.Result.Registered.class);
        String clientId = ((RegisterProgram.Result.Registered) program).clientId();
        return Map.of(
                "serviceAccountId",
                Long.toString(id),
                "serviceKeyId",
                ((ServiceAccountKeys.Result.Made) key).file().keyId(),
                "programId",
                clientId,
                "consentId",
                Long.toString(consent(hotel, clientId)),
                "directoryTokenId",
                Long.toString(directoryToken(hotel, number)));
    }

    /** One works at a time, or there would soon be too many. */
    private long directoryToken(Hotel hotel, String number) {
        tokens.of(hotel.customer()).forEach(token -> revokeToken.revoke(hotel.customer(), token.id(), hotel.owner()));
        var made = makeToken.make(hotel.customer(), "Entra " + number + " " + hotel.mark(), hotel.owner());
        assertThat(made).isInstanceOf(MakeDirectoryToken.Result.Made.class);
        return ((MakeDirectoryToken.Result.Made) made).id();
    }

    /** As the authorization endpoint leaves it, without a browser. */
    private long consent(Hotel hotel, String clientId) {
        String authorization = UUID.randomUUID().toString();
        long owner = hotel.account(Caller.OWNER).value();
        jdbc.sql("""
                        insert into oauth2_authorization (id, registered_client_id, principal_name,
                                                          authorization_grant_type)
                        values (:id, :client, :owner, 'authorization_code')
                        """)
                .param("id", authorization)
                .param("client", clientId)
                .param("owner", Long.toString(owner))
                .update();
        return jdbc.sql("""
                        insert into program_consent (customer_id, authorization_id, client_id, account_id, scopes, given_at)
                        values (:customer, :authorization, :client, :owner, :scopes::text[], now())
                        returning consent_id
                        """)
                .param("customer", hotel.customer().value())
                .param("authorization", authorization)
                .param("client", clientId)
                .param("owner", owner)
                .param("scopes", new String[] {ApiScopes.DIRECTORY_USER})
                .query(Long.class)
                .single();
    }
}
