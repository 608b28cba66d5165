package io.chodae.campaign;

import io.chodae.invitation.Invitation;
import io.chodae.invitation.Invitations;
import io.chodae.mail.Deliveries;
import io.chodae.mail.Delivery;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the rows of a campaign with what became of them, chunk by chunk; one room has the people, another the mails. */
@Repository
class ReportRows {

    private final JdbcClient jdbc;
    private final RowReader rows;
    private final Invitations invitations;
    private final Deliveries deliveries;
    private final HeldRows held;

    ReportRows(JdbcClient jdbc, RowReader rows, Invitations invitations, Deliveries deliveries, HeldRows held) {
        this.held = held;
        this.jdbc = jdbc;
        this.rows = rows;
        this.invitations = invitations;
        this.deliveries = deliveries;
    }

    /** A row, its invitation and the newest mail of that, as far as there are any. */
    record ReportRow(
            SheetRow sheet,
            RowOutcome outcome,
            @Nullable Invitation invitation,
            @Nullable Delivery delivery) {}

    /** @param after the row that the chunk before ended with; 0 for the first */
    List<ReportRow> chunk(Campaign campaign, int after, int limit) {
        CustomerId customer = campaign.customer();
        List<SheetRow> sheet = rows.sheetRows(customer, campaign.draftId(), RowFilter.ALL, after, limit);
        ReportPoint point = point(campaign);
        Set<Integer> heldBack = sheet.isEmpty()
                ? Set.of()
                : held.between(
                        campaign,
                        sheet.getFirst().row().rowNo(),
                        sheet.getLast().row().rowNo());
        Map<String, Invitation> invited = invitations
                .toOffer(
                        customer,
                        campaign.offerId(),
                        sheet.stream()
                                .filter(row -> row.row().ready())
                                .map(ReportRows::key)
                                .toList())
                .stream()
                .collect(Collectors.toMap(invitation -> invitation.email().key(), Function.identity()));
        Map<Long, Delivery> mails = deliveries.latestFor(
                customer,
                CampaignMails.of(campaign).kind(),
                invited.values().stream()
                        .map(invitation -> invitation.id().value())
                        .toList());
        return sheet.stream()
                .map(row -> {
                    Invitation invitation = row.row().ready() ? invited.get(key(row)) : null;
                    Delivery delivery = invitation == null
                            ? null
                            : mails.get(invitation.id().value());
                    return new ReportRow(
                            row,
                            RowOutcome.of(
                                    row.row(),
                                    point,
                                    invitation,
                                    heldBack.contains(row.row().rowNo())),
                            invitation,
                            delivery);
                })
                .toList();
    }

    private ReportPoint point(Campaign campaign) {
        return jdbc.sql("""
                        select state, last_row from campaign
                        where customer_id = :customer and campaign_id = :campaign""")
                .param("customer", campaign.customer().value())
                .param("campaign", campaign.id())
                .query((rs, row) ->
                        new ReportPoint(CampaignState.valueOf(rs.getString("state")), rs.getInt("last_row")))
                .single();
    }

    private static String key(SheetRow row) {
        return EmailAddress.of(row.row().email()).key();
    }
}
