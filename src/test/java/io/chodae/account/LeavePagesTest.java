package io.chodae.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.identity.Operators;
import io.chodae.identity.Role;
import io.chodae.identity.SignUp;
import io.chodae.identity.SignUpResult;
import io.chodae.shared.AccountId;
import io.chodae.shared.Language;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.HttpBrowser;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How an operator stops working for a publisher, from their own profile. */
@ChodaeTest
class LeavePagesTest {

    private static final String PASSWORD = "seven quiet lanterns";

    @LocalServerPort
    private int port;

    @Autowired
    private Customers customers;

    @Autowired
    private Operators operators;

    @Autowired
    private SignUp signUp;

    @Autowired
    private JdbcClient jdbc;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private Customer hotel;
    private AccountId sora;
    private HttpBrowser browser;

    @BeforeEach
    void open() {
        hotel = customers.create("Hotel " + mark);
        sora = account("sora");
        browser = new HttpBrowser(port);
        browser.signIn("sora@" + mark + ".example", PASSWORD);
        browser.get("/me?lang=en");
    }

    @ParameterizedTest
    @EnumSource
    void whoConfirmsIsOutAtOnceAndKeepsTheAccount(Role role) {
        operators.grant(hotel.id(), account("owner"), Role.OWNER);
        operators.grant(hotel.id(), sora, role);
        assertThat(browser.get("/me/profile").body()).contains("Hotel " + mark, "href=\"" + leave() + "\"");
        assertThat(browser.get(leave()).body())
                .contains("Leave Hotel " + mark + "?", "You can no longer open the console", "an owner has to invite");
        assertThat(roles()).as("looking changes nothing").containsExactly(role.name());

        assertThat(browser.post(leave()).headers().firstValue("Location").orElse(""))
                .endsWith("/me/profile");
        assertThat(roles()).isEmpty();
        assertThat(browser.get("/me/profile").body())
                .contains("You have left Hotel " + mark)
                .doesNotContain("/leave\"");
        assertThat(browser.get("/console").statusCode()).isEqualTo(403);
        assertThat(browser.get(leave()).statusCode()).isEqualTo(404);
        assertThat(jdbc.sql("select action from audit_event where customer_id = :customer")
                        .param("customer", hotel.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("operator.left");
    }

    @Test
    void theLastOwnerIsToldWhyNotAndWhatToDo() {
        operators.grant(hotel.id(), sora, Role.OWNER);
        operators.grant(hotel.id(), account("viewer"), Role.VIEWER);
        assertThat(browser.get(leave()).body())
                .contains("You cannot leave Hotel " + mark + " yet", "last owner", "/console/settings/operators")
                .doesNotContain("id=\"leave\"");
        assertThat(browser.post(leave()).headers().firstValue("Location").orElse(""))
                .endsWith(leave());
        assertThat(roles()).containsExactly("OWNER");

        operators.grant(hotel.id(), account("second"), Role.OWNER);
        assertThat(browser.get(leave()).body()).contains("id=\"leave\"");
    }

    @Test
    void whoWorksNowhereIsOfferedNothing() {
        assertThat(browser.get("/me/profile").body()).doesNotContain("id=\"works\"", "/leave\"");
        assertThat(browser.get(leave()).statusCode()).isEqualTo(404);
        assertThat(browser.post(leave()).statusCode()).isEqualTo(404);
        assertThat(browser.get("/me/publishers/C00000000/leave").statusCode()).isEqualTo(404);
    }

    private String leave() {
        return "/me/publishers/" + hotel.externalId() + "/leave";
    }

    private AccountId account(String name) {
        return ((SignUpResult.Created) signUp.signUp(name + "@" + mark + ".example", name, PASSWORD, Language.EN, true))
                .account();
    }

    private List<String> roles() {
        return jdbc.sql("select role from operator where customer_id = :customer and account_id = :account")
                .param("customer", hotel.id().value())
                .param("account", sora.value())
                .query((row, number) -> row.getString("role"))
                .list();
    }
}
