package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.bizkit.Offer;
import io.chodae.bizkit.OfferContent;
import io.chodae.bizkit.Offers;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationQuery;
import io.chodae.invitation.Invitations;
import io.chodae.invitation.Invitee;
import io.chodae.invitation.LinkSecrets;
import io.chodae.invitation.SendInvitations;
import io.chodae.notice.HostileTexts;
import io.chodae.road.Publisher;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.PlainText;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.HttpBrowser;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

/** The texts that stay text in a mail stay text on the pages too: the invitee's and the operator's. */
@ChodaeTest
@Import(Publisher.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostilePagesTest {

    private static final String HARMLESS = "harmless";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/][^>]*>");
    private static final Pattern OWN = Pattern.compile("(value|content|href|action|id|for)=\"[^\"]*\"");

    @LocalServerPort
    private int port;

    @Autowired
    private Publisher publishers;

    @Autowired
    private Offers offers;

    @Autowired
    private SendInvitations send;

    @Autowired
    private Invitations invitations;

    @Autowired
    private LinkSecrets links;

    @Autowired
    private TransactionTemplate transaction;

    private Publisher.Ready hotel;
    private HttpBrowser operator;

    @BeforeAll
    void open() {
        hotel = publishers.ready();
        operator = new HttpBrowser(port);
        operator.signIn(hotel.operatorEmail(), Publisher.PASSWORD);
    }

    /** Without halves of characters, which no column of the database takes. */
    static Stream<String> texts() {
        return HostileTexts.all()
                .map(PlainText::oneLine)
                .filter(text -> text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void staysTextOnEveryPageThatShowsIt(String hostile) {
        List<String> bad = pages(hostile);
        List<String> good = pages(HARMLESS);
        for (int i = 0; i < bad.size(); i++) {
            assertThat(tags(bad.get(i))).isEqualTo(tags(good.get(i)));
            assertThat(bad.get(i))
                    .doesNotContainPattern("(?i)(href|action|src)=\"?'?(https?://evil|javascript:|data:text)");
            String read = HtmlUtils.htmlUnescape(bad.get(i).replaceAll("\\s+", " "));
            assertThat(read).contains(hostile);
        }
    }

    /** The invitee's page and the operator's list. */
    private List<String> pages(String text) {
        Invitation invitation = invited(text);
        String link = "/i/" + links.token(invitation.id(), 1).reveal();
        return List.of(
                new HttpBrowser(port).get(link + "?lang=en").body(),
                operator.get("/console/invitations?lang=en&q="
                                + invitation.email().value())
                        .body());
    }

    private Invitation invited(String text) {
        Offer offer = offers.create(
                hotel.customer(),
                new OfferContent(text, "hana@list.example", "025550100", text, OptionalLong.empty(), List.of()));
        String email = "guest%04d@hostile.example".formatted(NUMBER.incrementAndGet());
        Invitee invitee = new Invitee(EmailAddress.of(email), text, null, text, Language.EN);
        transaction.executeWithoutResult(status ->
                send.send(hotel.customer(), offer.id(), List.of(invitee), Duration.ofDays(3), Actor.system()));
        return invitations
                .search(
                        new InvitationQuery(email, Optional.empty(), OptionalLong.of(offer.id()), Optional.empty(), 1),
                        hotel.customer())
                .items()
                .getFirst();
    }

    /** Without what differs from one invitation to the other. */
    private static List<String> tags(String page) {
        return TAG.matcher(page)
                .results()
                .map(MatchResult::group)
                .map(tag -> OWN.matcher(tag).replaceAll("$1"))
                .map(tag -> tag.replaceAll("aria-label=\"[^\"]*\"", "aria-label"))
                .toList();
    }
}
