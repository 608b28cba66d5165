package io.chodae.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.BizKits;
import io.chodae.bizkit.Offer;
import io.chodae.bizkit.OfferContent;
import io.chodae.invitation.Invitation;
import io.chodae.mail.QueuedMail;
import io.chodae.mail.RenderedMail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.TestClock;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The fields of a publisher's text, in the preview and in the mail alike. */
@ChodaeTest
@Import(Hotel.class)
class FilledReasonTest {

    private static final String REASON = "{{name}} 님, {{service}}에서 {{group}} 자리를 {{expires}}까지 잡아 두었어요. {{nmae}} {x}";
    private static final String HOSTILE = "<script>x</script> {{group}} \"'&";

    @Autowired
    private InvitationComposer composer;

    @Autowired
    private InvitationPreview preview;

    @Autowired
    private Hotel hotel;

    @Autowired
    private BizKits kits;

    @Autowired
    private TestClock clock;

    private CustomerId customer = CustomerId.HOUSE;
    private long play;

    @BeforeEach
    void foundAPublisher() {
        clock.reset();
        customer = hotel.founded("한빛호텔");
        play = hotel.play(customer, "조명");
    }

    @Test
    void eachPersonReadsTheOwnValuesEscaped() {
        RenderedMail mail = preview(REASON, "객실<팀>{{name}}", HOSTILE);

        assertThat(mail.text())
                .contains(HOSTILE + " 님, 한빛 컨시어지에서 객실<팀>{{name}} 자리를 2026.01.18 18:00 (한국 시간)까지 잡아 두었어요.");
        assertThat(mail.text()).contains("{{nmae}} {x}");
        assertThat(mail.html())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;")
                .contains("객실&lt;팀&gt;{{name}}");
    }

    @Test
    void theMailSaysWhatThePreviewShowed() throws Exception {
        Offer offer = hotel.offers()
                .create(
                        customer,
                        new OfferContent(
                                "김하나",
                                "hana@hanbit.example",
                                "025550100",
                                REASON,
                                OptionalLong.empty(),
                                List.of(play)));
        Invitation invitation =
                hotel.invite(customer, offer.id(), Hotel.invitee("fields@people.example", "이은지", Language.KO));

        ReadMail mail =
                ReadMail.of(composer.compose(List.of(queued(invitation))).getFirst());

        RenderedMail shown = preview.render(
                InvitationContent.of(offer),
                kits.get(customer),
                Hotel.invitee("fields@people.example", "이은지", Language.KO),
                Language.KO,
                invitation.expiresAt());
        assertThat(mail.text()).contains("이은지 님, 한빛 컨시어지에서");
        assertThat(mail.text().lines().filter(line -> line.startsWith("> ")).toList())
                .isEqualTo(shown.text()
                        .lines()
                        .filter(line -> line.startsWith("> "))
                        .toList());
    }

    private RenderedMail preview(String reason, String group, String name) {
        return preview.render(
                new InvitationContent("김하나", "hana@hanbit.example", "025550100", reason, group, List.of()),
                kits.get(customer),
                Hotel.invitee("fields@people.example", name, Language.KO),
                Language.KO,
                clock.instant().plus(Hotel.LIFETIME));
    }

    private static QueuedMail queued(Invitation invitation) {
        return new QueuedMail(
                invitation.id().customer(),
                1,
                "invitation",
                invitation.offerId(),
                invitation.id().value(),
                invitation.linkNumber(),
                invitation.email(),
                invitation.name(),
                invitation.language(),
                "<1@chodae.test>",
                invitation.sentAt());
    }
}
