package io.chodae.console;

import io.chodae.bizkit.BizKit;
import io.chodae.bizkit.BizKits;
import io.chodae.bizkit.Offer;
import io.chodae.bizkit.Offers;
import io.chodae.bizkit.PrivatePlays;
import io.chodae.invitation.Invitee;
import io.chodae.mail.RenderedMail;
import io.chodae.notice.InvitationContent;
import io.chodae.notice.InvitationPreview;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The reminder of this publisher's newest invitations, as somebody with a made-up name would read it. */
@Component
class ReminderSample {

    private final BizKits kits;
    private final Offers offers;
    private final PrivatePlays plays;
    private final InvitationPreview preview;
    private final Clock clock;

    ReminderSample(BizKits kits, Offers offers, PrivatePlays plays, InvitationPreview preview, Clock clock) {
        this.kits = kits;
        this.offers = offers;
        this.plays = plays;
        this.preview = preview;
        this.clock = clock;
    }

    RenderedMail of(CustomerId customer, Language language) {
        BizKit kit = kits.get(customer);
        Optional<Offer> newest = offers.newest(customer);
        InvitationContent content = newest.map(InvitationContent::of)
                .orElseGet(() -> new InvitationContent("", "", "", "", "", plays.list(customer)));
        String name = language == Language.KO ? "김초대" : "Alex Kim";
        Invitee somebody = new Invitee(EmailAddress.of("someone@example.com"), name, null, null, language);
        Instant end = clock.instant()
                .plus(kit.reminderDays().stream()
                        .findFirst()
                        .map(Duration::ofDays)
                        .orElse(Duration.ofDays(1)));
        return preview.renderReminder(content, kit, somebody, language, end);
    }
}
