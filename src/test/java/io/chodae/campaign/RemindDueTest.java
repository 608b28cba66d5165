package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Heard;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.bizkit.SetInvitationRules;
import io.chodae.invitation.InvitationsReminded;
import io.chodae.testing.TestClock;
import io.chodae.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The timer that reminds the people of all customers. */
@CampaignTest
@Import({Kits.class, Heard.class})
class RemindDueTest {

    @Autowired
    private Kits kits;

    @Autowired
    private Heard heard;

    @Autowired
    private SetInvitationRules rules;

    @Autowired
    private RemindDue remind;

    @Autowired
    private TestClock clock;

    @Value("${spring.datasource.url}")
    private String url;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void whatGoesWrongWithOneCustomerStopsNobodyBehindIt() {
        Publisher broken = invites();
        Publisher behind = invites();
        clock.advance(Duration.ofDays(2));
        JdbcClient owner = TestDatabase.owner(url);
        owner.sql("""
                        create function break_down() returns trigger language plpgsql
                        as 'begin raise exception ''broken''; end'
                        """).update();
        try {
            owner.sql("create trigger break_down before update on invitation for each row when (new.customer_id = "
                            + broken.customer().value() + ") execute function break_down()")
                    .update();
            remind.remind();
        } finally {
            owner.sql("drop function break_down() cascade").update();
        }
        assertThat(reminded(broken)).isEmpty();
        assertThat(reminded(behind)).hasSize(1);

        remind.remind();
        assertThat(reminded(broken)).as("the next time").hasSize(1);
    }

    private Publisher invites() {
        Publisher publisher = kits.full();
        assertThat(rules.set(publisher.customer(), 72, List.of(1), publisher.actor()))
                .isEmpty();
        kits.invite(publisher);
        return publisher;
    }

    private List<InvitationsReminded> reminded(Publisher publisher) {
        return heard.of(InvitationsReminded.class, InvitationsReminded::customer, publisher.customer());
    }
}
