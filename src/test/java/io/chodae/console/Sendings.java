package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.Draft;
import io.chodae.campaign.DraftContent;
import io.chodae.campaign.DraftRow;
import io.chodae.campaign.Drafts;
import io.chodae.campaign.ImportResult;
import io.chodae.campaign.ImportRoster;
import io.chodae.campaign.PreviewDraft;
import io.chodae.campaign.RosterUploads;
import io.chodae.campaign.RowFilter;
import io.chodae.campaign.SendDraft;
import io.chodae.campaign.SendDraftResult;
import io.chodae.campaign.TargetChoice;
import io.chodae.console.Hotels.Hotel;
import io.chodae.shared.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.test.context.TestComponent;

/** Invite forms of a hotel, with a list that was uploaded. */
@TestComponent
class Sendings {

    private final Drafts drafts;
    private final ImportRoster importRoster;
    private final PreviewDraft preview;
    private final SendDraft send;
    private final RosterUploads uploads;

    Sendings(Drafts drafts, ImportRoster importRoster, PreviewDraft preview, SendDraft send, RosterUploads uploads) {
        this.drafts = drafts;
        this.importRoster = importRoster;
        this.preview = preview;
        this.send = send;
        this.uploads = uploads;
    }

    /** One form that may be sent, and one that was. */
    Map<String, String> of(Hotel hotel, long group, long play, String number) {
        Draft open = ready(hotel, group, play, "open" + number);
        Draft sent = ready(hotel, group, play, "sent" + number);
        SendDraftResult started = send.send(hotel.customer(), sent.id(), sent.version(), hotel.owner());
        assertThat(started).isInstanceOf(SendDraftResult.Started.class);
        DraftRow row = drafts.rows(hotel.customer(), open.id(), RowFilter.ALL, Optional.empty(), 1)
                .items()
                .getFirst();
        return Map.of(
                "uploadId",
                        Long.toString(uploads.latest(hotel.customer(), open.id())
                                .orElseThrow()
                                .id()),
                "rowNo", Integer.toString(row.rowNo()),
                "mark", row.mark(),
                "change", "leave-out",
                "act", "columns",
                "draftId", Long.toString(open.id()),
                "version", Integer.toString(open.version()),
                "sentDraftId", Long.toString(sent.id()),
                "campaignId", Long.toString(((SendDraftResult.Started) started).campaignId()));
    }

    private Draft ready(Hotel hotel, long group, long play, String person) {
        Draft draft = drafts.open(hotel.customer(), content(hotel, group, play), hotel.owner());
        ImportResult read = upload(hotel, draft, person);
        assertThat(read).isInstanceOf(ImportResult.Imported.class);
        int version = ((ImportResult.Imported) read).draft().version();
        return preview.markSeen(hotel.customer(), draft.id(), version).orElseThrow();
    }

    private ImportResult upload(Hotel hotel, Draft draft, String person) {
        try {
            Path file = Files.createTempFile("people-", ".csv");
            try {
                Files.writeString(
                        file, "name,email\nGuest of %1$s,%2$s@%1$s.example\n".formatted(hotel.mark(), person));
                return importRoster.importFile(
                        hotel.customer(), draft.id(), hotel.mark() + ".csv", file, hotel.owner());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DraftContent content(Hotel hotel, long group, long play) {
        return new DraftContent(
                "Desk of " + hotel.mark(),
                "desk@" + hotel.mark() + ".example",
                "02-123-4567",
                "Because of " + hotel.mark(),
                TargetChoice.EXISTING,
                group,
                "",
                "",
                List.of(play),
                Language.EN);
    }
}
