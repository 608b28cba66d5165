package io.chodae.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.directory.Account;
import io.chodae.identity.ApiScopes;
import io.chodae.provisioning.AfterFollowUps;
import io.chodae.provisioning.ConflictPolicy;
import io.chodae.provisioning.ConflictRule;
import io.chodae.provisioning.SetConflictPolicy;
import io.chodae.scim.ScimClient.Got;
import io.chodae.scim.Scims.Org;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes of writing: who did it, what the conflict policy makes of it, and where a password is not. */
@ScimTest
@ExtendWith(OutputCaptureExtension.class)
class WritesTest {

    private static final String PASSWORD = "tandem-plum-lake-77";

    @Autowired
    private Scims scims;

    @Autowired
    private SetConflictPolicy setPolicy;

    @Autowired
    private JdbcClient jdbc;

    private Org hotel;

    @BeforeEach
    void anOrganisation() {
        hotel = scims.organisation();
    }

    @Test
    void theAuditTrailNamesTheToken() {
        String id = hotel.user("ann");
        hotel.client().send("PATCH", "/Users/" + id, active(false));
        hotel.client().send("DELETE", "/Users/" + id, "");
        assertThat(scims.trail(hotel).stream().filter(line -> line.endsWith(" SCIM · Okta")))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aProgramActsInTheNameOfItsAdministrator() {
        ScimClient program = hotel.client().with(scims.token(hotel, ApiScopes.DIRECTORY_USER));
        assertThat(program.post("/Users", user("ann")).code()).isEqualTo(201);
        assertThat(scims.trail(hotel).getLast())
                .contains(hotel.organisation().owner().email().value());
    }

    @Test
    void whereThePolicyIsToRefuseNothingHappens() {
        Account stray = scims.person(hotel, "stray");
        Got got = hotel.client().post("/Users", user("stray"));
        assertThat(got.code()).isEqualTo(409);
        assertThat(got.json().path("scimType").stringValue()).isEqualTo("uniqueness");
        assertThat(got.json().path("detail").stringValue()).contains("conflict policy");
        assertThat(managedBy(stray)).isNull();
    }

    @Test
    void whereItIsToInviteTheAnswerIs202AndTheSameAgainSendsNoSecondMail() {
        policy(ConflictRule.INVITE);
        scims.person(hotel, "stray");
        Got got = hotel.client().post("/Users", user("stray"));
        assertThat(got.code()).isEqualTo(202);
        assertThat(got.json().path("id").isMissingNode()).isTrue();
        assertThat(got.json().path("status").stringValue()).isEqualTo("202");
        assertThat(got.json().path("detail").stringValue())
                .contains(hotel.at("stray").value(), "was invited");
        int mails = mails("stray");
        assertThat(mails).isEqualTo(1);
        assertThat(hotel.client().post("/Users", user("stray")).code()).isEqualTo(202);
        assertThat(mails("stray")).isEqualTo(mails);
        assertThat(hotel.client()
                        .find("userName eq \"" + hotel.at("stray").value() + "\"")
                        .json()
                        .path("totalResults")
                        .intValue())
                .isZero();
    }

    @Test
    void whereItIsToReplaceThereIsANewUser() {
        policy(ConflictRule.REPLACE);
        Account stray = scims.person(hotel, "stray");
        Got got = hotel.client().post("/Users", user("stray"));
        assertThat(got.code()).isEqualTo(201);
        assertThat(got.header("Location"))
                .isEqualTo("https://chodae.example/scim/v2/Users/"
                        + got.json().path("id").stringValue());
        assertThat(got.json().path("id").stringValue())
                .isNotEqualTo(String.valueOf(stray.id().value()));
    }

    @Test
    void anAcceptedAccountIsAUserToo() {
        Account stray = scims.person(hotel, "stray");
        jdbc.sql("update account set managed_by = :customer, managed_since = now() where account_id = :id")
                .param("customer", hotel.id().value())
                .param("id", stray.id().value())
                .update();
        Got got = hotel.client().find("userName eq \"" + hotel.at("stray").value() + "\"");
        assertThat(got.json().at("/Resources/0/id").stringValue())
                .isEqualTo(String.valueOf(stray.id().value()));
        assertThat(got.json().at("/Resources/0/displayName").stringValue()).isNotEmpty();
    }

    @Test
    void aPasswordIsNeitherAnsweredNorLogged(CapturedOutput output) {
        ScimClient client = hotel.client();
        String with = "{\"userName\": \"ann@%s\", \"password\": \"%s\"}".formatted(hotel.domain(), PASSWORD);
        Got made = client.post("/Users", with);
        assertThat(made.code()).isEqualTo(201);
        String id = made.json().path("id").stringValue();
        String patch = "{\"Operations\": [{\"op\": \"replace\", \"path\": \"password\", \"value\": \"%s2\"}]}"
                .formatted(PASSWORD);
        for (Got got : new Got[] {
            made,
            client.post("/Users", with),
            client.post("/Users", with.replace("}", ", \"active\": \"" + PASSWORD + "\"}")),
            client.post("/Users", with.replace("}", ", ")),
            client.get("/Users/" + id + "?attributes=password"),
            client.send("PATCH", "/Users/" + id, patch),
            client.send("PATCH", "/Users/" + id, patch.replace("\"path\": \"password\"", "\"path\": \"pass word\"")),
            client.send("PUT", "/Users/" + id, with)
        }) {
            assertThat(got.body()).doesNotContain(PASSWORD).doesNotContain("\"password\"");
        }
        assertThat(jdbc.sql("select string_agg(e::text, ' ') from audit_event e where customer_id = :customer")
                        .param("customer", hotel.id().value())
                        .query(String.class)
                        .single())
                .doesNotContain(PASSWORD);
        assertThat(output.getAll()).doesNotContain(PASSWORD).doesNotContain(hotel.token());
    }

    @Test
    void theOnlyOwnerStays() {
        long owner = hotel.organisation().owner().id().value();
        jdbc.sql("update account set managed_by = :customer, managed_since = now() where account_id = :id")
                .param("customer", hotel.id().value())
                .param("id", owner)
                .update();
        Got suspended = hotel.client().send("PATCH", "/Users/" + owner, active(false));
        assertThat(suspended.code()).isEqualTo(409);
        assertThat(suspended.json().path("detail").stringValue()).contains("only owner");
        assertThat(hotel.client().send("DELETE", "/Users/" + owner, "").code()).isEqualTo(409);
        assertThat(hotel.client().get("/Users/" + owner).json().path("active").booleanValue())
                .isTrue();
    }

    private void policy(ConflictRule rule) {
        setPolicy.set(
                hotel.id(),
                new ConflictPolicy(rule, 0, AfterFollowUps.STOP),
                hotel.organisation().actor());
    }

    private String user(String local) {
        return "{\"userName\": \"%s\", \"name\": {\"givenName\": \"Ann\"}}"
                .formatted(hotel.at(local).value());
    }

    private static String active(boolean active) {
        return "{\"Operations\": [{\"op\": \"Replace\", \"path\": \"active\", \"value\": %s}]}".formatted(active);
    }

    private @Nullable Long managedBy(Account account) {
        return jdbc.sql("select managed_by from account where account_id = :id")
                .param("id", account.id().value())
                .query((row, number) -> row.getObject("managed_by", Long.class))
                .list()
                .getFirst();
    }

    private int mails(String local) {
        return jdbc.sql("select count(*) from mail where to_key = :to")
                .param("to", hotel.at(local).value())
                .query(Integer.class)
                .single();
    }
}
