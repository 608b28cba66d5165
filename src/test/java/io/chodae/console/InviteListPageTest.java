package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.campaign.Drafts;
import io.chodae.road.Publisher;
import io.chodae.shared.Language;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.HttpBrowser;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ChodaeTest
@Import(Publisher.class)
class InviteListPageTest {

    private static final Pattern NEXT = Pattern.compile("href=\"(/console/invite\\?after=[0-9]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private Publisher publishers;

    @Autowired
    private Drafts drafts;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everySendingIsReachedHoweverOldItIs() {
        Publisher.Ready hotel = publishers.ready();
        long first = sending(hotel);
        for (int i = 0; i < 20; i++) {
            sending(hotel);
        }
        drafts.open(hotel.customer(), Language.KO, Actor.system());
        HttpBrowser operator = new HttpBrowser(port);
        operator.signIn(hotel.operatorEmail(), Publisher.PASSWORD);

        String newest = operator.get("/console/invite").body();
        assertThat(newest).contains("/delete\"").doesNotContain("href=\"/console/campaigns/" + first + "\"");
        Matcher next = NEXT.matcher(newest);
        assertThat(next.find()).isTrue();
        String last = operator.get(next.group(1)).body();
        assertThat(last).contains("href=\"/console/campaigns/" + first + "\"").doesNotContain("/delete\"");
        assertThat(NEXT.matcher(last).find()).isFalse();
    }

    private long sending(Publisher.Ready hotel) {
        long draft = drafts.open(hotel.customer(), Language.KO, Actor.system()).id();
        jdbc.sql("update draft set state = 'SENT' where customer_id = :customer and draft_id = :draft")
                .param("customer", hotel.customer().value())
                .param("draft", draft)
                .update();
        return jdbc.sql("""
                        insert into campaign (customer_id, draft_id, offer_id, state, total, created_label, created_at)
                        values (:customer, :draft, 0, 'WRITTEN', 1, 'test', now())
                        returning campaign_id""")
                .param("customer", hotel.customer().value())
                .param("draft", draft)
                .query(Long.class)
                .single();
    }
}
