package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.Publishers.Publisher;
import io.chodae.shared.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Fills in invite forms as an operator does. */
class Forms {

    private final Drafts drafts;
    private final ImportRoster importRoster;
    private final PreviewDraft preview;
    private final SendDraft send;

    Forms(Drafts drafts, ImportRoster importRoster, PreviewDraft preview, SendDraft send) {
        this.drafts = drafts;
        this.importRoster = importRoster;
        this.preview = preview;
        this.send = send;
    }

    /** Right in every field, for unclassified people. */
    static DraftContent content(Publisher publisher) {
        return new DraftContent(
                "한빛호텔 총무팀",
                "help@hanbit-hotel.example",
                "02-123-4567",
                "객실 서비스를 함께 쓰고 싶어요.",
                TargetChoice.UNCLASSIFIED,
                null,
                "",
                "",
                List.of(publisher.play()),
                Language.KO);
    }

    static DraftContent intoNewGroup(Publisher publisher, String name) {
        DraftContent content = content(publisher);
        return new DraftContent(
                content.inviterName(),
                content.contactEmail(),
                content.contactPhone(),
                content.reason(),
                TargetChoice.NEW,
                null,
                name,
                "",
                content.playIds(),
                content.language());
    }

    static TypedRow person(String email) {
        return new TypedRow("맹동주", email, "010-1234-5678", "객실팀", null);
    }

    Draft open(Publisher publisher) {
        return drafts.open(publisher.customer(), content(publisher), publisher.actor());
    }

    Draft openWith(Publisher publisher, String... emails) {
        Draft draft = open(publisher);
        List<TypedRow> rows = new ArrayList<>();
        for (String email : emails) {
            rows.add(person(email));
        }
        return saved(drafts.replaceTyped(publisher.customer(), draft.id(), draft.version(), rows, publisher.actor()));
    }

    Draft openWithFile(Publisher publisher, Path file) {
        return upload(publisher, open(publisher), file);
    }

    Draft upload(Publisher publisher, Draft draft, Path file) {
        ImportResult result = importRoster.importFile(
                publisher.customer(), draft.id(), file.getFileName().toString(), file, publisher.actor());
        return ((ImportResult.Imported) result).draft();
    }

    /** The row that the spreadsheet program shows under this number. */
    DraftRow fileRow(Draft draft, int sheetRow) {
        return rows(draft, RowFilter.FILE).stream()
                .filter(row -> row.shownRow() == sheetRow)
                .findFirst()
                .orElseThrow();
    }

    /** Looks at the first person's mail. */
    Draft preview(Draft draft) {
        assertThat(preview.subject(draft.customer(), draft.id(), OptionalInt.empty()))
                .isPresent();
        return preview.markSeen(draft.customer(), draft.id(), draft.version()).orElseThrow();
    }

    /** Presses "send" on one whose preview was looked at; the campaign's number. */
    long start(Publisher publisher, Draft previewed) {
        return SendDraftTest.started(
                send.send(publisher.customer(), previewed.id(), previewed.version(), publisher.actor()));
    }

    List<DraftRow> rows(Draft draft, RowFilter filter) {
        return drafts.rows(draft.customer(), draft.id(), filter, Optional.empty(), 1_000)
                .items();
    }

    static Draft saved(SaveResult result) {
        return ((SaveResult.Saved) result).draft();
    }

    /** A list with these lines below the column names. */
    static Path list(Path directory, String columns, String... lines) {
        try {
            return Files.writeString(directory.resolve("list.csv"), columns + "\n" + String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list of made-up people as an office saves it. */
    static Path csv(Path directory, int people) {
        StringBuilder text = new StringBuilder("이름,이메일,연락처,추가 정보\n");
        for (int i = 1; i <= people; i++) {
            text.append("사람 %d,person%d@hanbit-hotel.example,010-0000-%04d,%d호\n".formatted(i, i, i % 10_000, i));
        }
        try {
            return Files.writeString(directory.resolve("people-" + people + ".csv"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
