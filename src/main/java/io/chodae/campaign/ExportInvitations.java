package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.bizkit.Offers;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationQuery;
import io.chodae.invitation.Invitations;
import io.chodae.mail.Deliveries;
import io.chodae.mail.Delivery;
import io.chodae.roster.TableWriter;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import io.chodae.shared.Slice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes a list of invitations as it is searched for and ordered, page by page, each read by itself: a long list needs
 * little memory, and whoever downloads may be slow.
 */
@Component
public class ExportInvitations {

    private static final int PAGE = 1_000;
    private static final String KIND = "invitation";

    private final Invitations invitations;
    private final Deliveries deliveries;
    private final Offers offers;
    private final ReportTexts texts;
    private final AuditTrail audit;

    ExportInvitations(
            Invitations invitations, Deliveries deliveries, Offers offers, ReportTexts texts, AuditTrail audit) {
        this.invitations = invitations;
        this.deliveries = deliveries;
        this.offers = offers;
        this.texts = texts;
        this.audit = audit;
    }

    /**
     * Writes down who takes the list away; to be called before {@link #write}.
     *
     * @param filter in the words of the page that shows it
     */
    @Transactional
    public void begin(CustomerId customer, String format, String filter, Actor actor) {
        audit.record(
                customer,
                actor,
                "invitation.list_downloaded",
                "customer",
                String.valueOf(customer.value()),
                Map.of("format", format, "filter", filter));
    }

    /** @param query whatever page and limit it says, all pages are written */
    public void write(CustomerId customer, InvitationQuery query, Language language, TableWriter table)
            throws IOException {
        table.row(titles(language));
        Optional<String> after = Optional.empty();
        do {
            Slice<Invitation> page = invitations.search(query.page(after, PAGE), customer);
            rows(customer, page.items(), language, table);
            after = page.next();
        } while (after.isPresent());
    }

    private void rows(CustomerId customer, List<Invitation> page, Language language, TableWriter table)
            throws IOException {
        Map<Long, Delivery> mails = deliveries.latestFor(
                customer, KIND, page.stream().map(one -> one.id().value()).toList());
        Map<Long, String> groups = offers.groupNames(
                customer, page.stream().map(Invitation::offerId).collect(Collectors.toSet()));
        for (Invitation one : page) {
            List<String> cells = new ArrayList<>(List.of(
                    String.valueOf(one.id().value()),
                    one.name(),
                    one.email().value(),
                    Objects.requireNonNullElse(one.phone(), ""),
                    Objects.requireNonNullElse(one.extraInfo(), ""),
                    groups.getOrDefault(one.offerId(), ""),
                    texts.word("state." + RowOutcome.of(one), language),
                    texts.time(one.sentAt()),
                    texts.time(one.expiresAt()),
                    texts.time(one.wentOnAt()),
                    texts.time(one.endedAt()),
                    Objects.requireNonNullElse(one.declineReason(), "")));
            mail(cells, mails.get(one.id().value()), language);
            table.row(cells);
        }
    }

    private void mail(List<String> cells, @Nullable Delivery mail, Language language) {
        if (mail == null) {
            cells.addAll(List.of("", "", ""));
            return;
        }
        cells.add(texts.word("mail." + mail.state(), language));
        cells.add(texts.time(mail.sentAt() == null ? mail.triedAt() : mail.sentAt()));
        cells.add(mail.sentAt() == null && mail.lastReply() != null ? mail.lastReply() : "");
    }

    private List<String> titles(Language language) {
        List<String> titles = new ArrayList<>();
        for (String own : List.of("number", "name", "email", "phone", "extra", "group", "invitation")) {
            titles.add(texts.word("column." + own, language));
        }
        for (String time : List.of("sent", "expires", "wentOn", "ended")) {
            titles.add(texts.timeColumn(time, language));
        }
        titles.add(texts.word("column.reason", language));
        titles.add(texts.word("column.mail", language));
        titles.add(texts.timeColumn("mailTime", language));
        titles.add(texts.word("column.reply", language));
        return titles;
    }
}
