package io.chodae.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationId;
import io.chodae.shared.Language;
import io.chodae.testing.BrowserTest;
import io.chodae.testing.TestMailbox;
import io.chodae.testing.TestMailbox.ReceivedMail;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a mail scanner with a whole browser does: it opens every link of the mail that arrived, and every page that those
 * lead to, runs their scripts, waits, and presses nothing. Nothing has changed afterwards.
 */
@Import({Kits.class, Invited.class})
class ScannerBrowserTest extends BrowserTest {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>]+");

    @Autowired
    private Kits kits;

    @Autowired
    private TestMailbox mailbox;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void openingEverythingWithScriptsOnChangesNothing() {
        String address = Kits.address();
        Publisher publisher = kits.full();
        InvitationId id = kits.invite(publisher, kits.offer(publisher), address);
        Set<String> links = links(address);
        assertThat(links).isNotEmpty();
        Awaitility.await("the mail is written down as sent").until(() -> sent(publisher));
        Invitation before = kits.now(id);
        List<String> books = books(publisher);

        Page scanner = page(Language.EN, DESK);
        Set<String> seen = new LinkedHashSet<>();
        for (String link : links) {
            open(scanner, here(link), seen);
        }
        // a page is behind a form, which a scanner does not send, but it may guess the address
        seen.add("/i/" + kits.link(id).reveal() + "/confirm");
        // one step further: whatever those pages link to
        for (String link : List.copyOf(seen)) {
            open(scanner, link, new LinkedHashSet<>());
        }

        assertThat(links).anyMatch(link -> link.contains("/u/"));
        assertThat(seen).anyMatch(link -> link.endsWith("/decline"));
        assertThat(kits.now(id)).isEqualTo(before);
        assertThat(books(publisher)).isEqualTo(books);
    }

    private void open(Page scanner, String link, Set<String> further) {
        scanner.navigate(link);
        scanner.waitForLoadState(LoadState.NETWORKIDLE);
        for (Object href : (List<?>) scanner.evaluate("[...document.links].map(one => one.pathname + one.search)")) {
            further.add(String.valueOf(href));
        }
    }

    private Set<String> links(String address) {
        Set<String> links = new LinkedHashSet<>();
        ReceivedMail mail = mailbox.await(address);
        Matcher found = LINK.matcher(mail.text() + mail.html());
        while (found.find()) {
            links.add(found.group());
        }
        return links;
    }

    private boolean sent(Publisher publisher) {
        return jdbc.sql("select bool_and(state = 'sent') from mail where customer_id = :customer")
                .param("customer", publisher.customer().value())
                .query(Boolean.class)
                .single();
    }

    /** All that the server holds about this publisher's people, and what was ever done for it. */
    private List<String> books(Publisher publisher) {
        return List.of("invitation", "enrolled_user", "audit_event", "mail").stream()
                .map(table -> table
                        + jdbc.sql("select coalesce(string_agg(t::text, '|' order by t::text), '') from " + table
                                        + " t where customer_id = :customer")
                                .param("customer", publisher.customer().value())
                                .query(String.class)
                                .single())
                .toList();
    }
}
