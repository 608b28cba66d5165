package io.chodae.notice;

import io.chodae.bizkit.BizKit;
import io.chodae.bizkit.BizKits;
import io.chodae.bizkit.Offers;
import io.chodae.bizkit.PrivatePlay;
import io.chodae.directory.Customers;
import io.chodae.mail.MailTemplate;
import io.chodae.notice.OfferWords.PlayWords;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what a mail about an offer has to tell: the publisher, its Biz Service, and the offer as it stands now. */
@Component
class OfferMails {

    private final Customers customers;
    private final BizKits kits;
    private final Offers offers;
    private final OfferTemplates templates;

    OfferMails(Customers customers, BizKits kits, Offers offers, OfferTemplates templates) {
        this.customers = customers;
        this.kits = kits;
        this.offers = offers;
        this.templates = templates;
    }

    /** Empty where this customer has no such offer, and for an invitation to what nobody could accept any more. */
    Optional<MailTemplate> template(MailKind kind, CustomerId customer, long offerId, Language language) {
        return offers.find(customer, offerId)
                .filter(offer -> kind == MailKind.WELCOME || offer.stands())
                .map(offer -> template(kind, InvitationContent.of(offer), kits.get(customer), language));
    }

    MailTemplate template(MailKind kind, InvitationContent content, BizKit kit, Language language) {
        return templates.build(kind, kit.customer(), words(content, kit), language, "");
    }

    /** The invitation, its subject marked as a test. */
    MailTemplate test(InvitationContent content, BizKit kit, Language language) {
        String mark = language == Language.KO ? "[시험 메일] " : "[Test] ";
        return templates.build(MailKind.INVITATION, kit.customer(), words(content, kit), language, mark);
    }

    private OfferWords words(InvitationContent content, BizKit kit) {
        String publisher = customers.find(kit.customer()).orElseThrow().name();
        return new OfferWords(
                publisher,
                Objects.requireNonNullElse(kit.serviceName(), publisher),
                Objects.requireNonNullElse(kit.serviceDescription(), ""),
                content.inviterName(),
                content.contactEmail(),
                content.contactPhone(),
                OfferWords.lines(content.reason()),
                content.groupName(),
                content.plays().stream()
                        .filter(PrivatePlay::enabled)
                        .map(play -> PlayWords.of(play.name(), play.description()))
                        .toList());
    }
}
