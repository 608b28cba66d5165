package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.campaign.ReportRows.ReportRow;
import io.chodae.invitation.Invitation;
import io.chodae.mail.Delivery;
import io.chodae.mail.DeliveryState;
import io.chodae.roster.TableWriter;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes every row of a campaign's list, those that nobody was invited by too, with the sheet's own columns and with
 * what became of the invitation and its mail, in the operator's language. Rows are read in chunks, each by itself: a
 * long list needs little memory, whoever downloads may be slow, and a campaign that is being written goes on.
 */
@Component
public class ExportReport {

    private static final int CHUNK = 1_000;

    /** Of these too the last word is told, although it need not be the reason. */
    private static final Set<DeliveryState> WITH_REPLY =
            EnumSet.of(DeliveryState.QUEUED, DeliveryState.HELD, DeliveryState.SUPPRESSED);

    private final CampaignStore campaigns;
    private final RowReader rows;
    private final ReportRows reportRows;
    private final ReportTexts texts;
    private final RowReasons reasons;
    private final AuditTrail audit;

    ExportReport(
            CampaignStore campaigns,
            RowReader rows,
            ReportRows reportRows,
            ReportTexts texts,
            RowReasons reasons,
            AuditTrail audit) {
        this.campaigns = campaigns;
        this.rows = rows;
        this.reportRows = reportRows;
        this.texts = texts;
        this.reasons = reasons;
        this.audit = audit;
    }

    /**
     * Writes down who takes the report away; to be called before {@link #write}.
     *
     * @return false where this customer has no such campaign
     */
    @Transactional
    public boolean begin(CustomerId customer, long campaignId, String format, Actor actor) {
        if (campaigns.find(customer, campaignId).isEmpty()) {
            return false;
        }
        audit.record(
                customer,
                actor,
                "campaign.report_downloaded",
                "campaign",
                String.valueOf(campaignId),
                Map.of("format", format));
        return true;
    }

    /** Writes nothing where this customer has no such campaign. */
    public void write(CustomerId customer, long campaignId, Language language, TableWriter table) throws IOException {
        Optional<Campaign> campaign = campaigns.find(customer, campaignId);
        if (campaign.isEmpty()) {
            return;
        }
        List<String> columns = rows.columns(customer, campaign.get().draftId());
        table.row(titles(columns, language));
        List<ReportRow> chunk = reportRows.chunk(campaign.get(), 0, CHUNK);
        while (!chunk.isEmpty()) {
            for (ReportRow row : chunk) {
                table.row(cells(row, columns.size(), language));
            }
            chunk = reportRows.chunk(
                    campaign.get(), chunk.getLast().sheet().row().rowNo(), CHUNK);
        }
    }

    private List<String> titles(List<String> columns, Language language) {
        List<String> titles = new ArrayList<>();
        titles.add(texts.word("column.row", language));
        titles.addAll(columns);
        for (String own : List.of("name", "email", "invitation")) {
            titles.add(texts.word("column." + own, language));
        }
        titles.add(texts.timeColumn("since", language));
        titles.add(texts.word("column.remark", language));
        titles.add(texts.word("column.mail", language));
        titles.add(texts.timeColumn("mailTime", language));
        titles.add(texts.timeColumn("nextTry", language));
        titles.add(texts.word("column.reply", language));
        return titles;
    }

    private List<String> cells(ReportRow row, int width, Language language) {
        List<String> cells = new ArrayList<>();
        cells.add(texts.row(row.sheet().row(), language));
        List<String> original = row.sheet().cells();
        for (int i = 0; i < width; i++) {
            cells.add(i < original.size() ? original.get(i) : "");
        }
        cells.add(row.sheet().row().name());
        cells.add(row.sheet().row().email());
        cells.add(texts.word("state." + row.outcome(), language));
        cells.add(since(row.invitation()));
        cells.add(remark(row, language));
        mail(cells, row.delivery(), language);
        return cells;
    }

    private String since(@Nullable Invitation invitation) {
        if (invitation == null) {
            return "";
        }
        return texts.time(invitation.endedAt() == null ? invitation.sentAt() : invitation.endedAt());
    }

    private String remark(ReportRow row, Language language) {
        Invitation invitation = row.invitation();
        if (invitation != null) {
            return invitation.declineReason() == null ? "" : invitation.declineReason();
        }
        return reasons.of(row.sheet().row(), language);
    }

    private void mail(List<String> cells, @Nullable Delivery delivery, Language language) {
        if (delivery == null) {
            cells.addAll(List.of("", "", "", ""));
            return;
        }
        cells.add(texts.word("mail." + delivery.state(), language));
        cells.add(texts.time(delivery.sentAt() == null ? delivery.triedAt() : delivery.sentAt()));
        cells.add(texts.time(delivery.nextAttemptAt()));
        String reply = delivery.lastReply();
        cells.add(reply != null && (delivery.tellsWhy() || WITH_REPLY.contains(delivery.state())) ? reply : "");
    }
}
