package io.chodae.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.chodae.campaign.Publishers.Publisher;
import io.chodae.roster.TableWriter;
import io.chodae.shared.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@CampaignTest
@TestPropertySource(properties = "chodae.mail.delivery=false")
class ExportReportTest {

    @Autowired
    private Publishers publishers;

    @Autowired
    private Forms forms;

    @Autowired
    private Drafts drafts;

    @Autowired
    private LeaveOutRows leaveOutRows;

    @Autowired
    private CampaignWriter writer;

    @Autowired
    private CancelCampaign cancel;

    @Autowired
    private ExportReport export;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path directory;

    private Publisher hotel;

    @BeforeEach
    void found() {
        hotel = publishers.full("한빛호텔");
    }

    @Test
    void every_row_says_what_became_of_it_beside_its_own_columns() throws IOException {
        long id = started(messy());
        writer.write(hotel.customer(), id, () -> false);
        mail("one@x.example", "sent", "250 ok");
        mail("five@x.example", "failed", "550 5.1.1 no such user");
        mail("typed@x.example", "deferred", "450 later");

        String text = csv(id, Language.EN);

        assertThat(text.lines().findFirst().orElseThrow())
                .isEqualTo("\uFEFFRow in the list,지점,이름,이메일,Name used,E-mail used,Invitation,Since (Korea time),"
                        + "Remark,Mail,Mail sent or last tried (Korea time),Next try (Korea time),"
                        + "Answer of the mail server");
        Map<String, NamedCsvRecord> rows = rows(text);
        assertThat(rows.keySet()).containsExactlyInAnyOrder("Typed 1", "2", "3", "4", "5", "6");
        assertThat(row(rows, "2")).satisfies(says("Waiting", "Sent", ""));
        assertThat(row(rows, "2").getField("지점")).isEqualTo("본점");
        assertThat(row(rows, "2").getField("Since (Korea time)")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(row(rows, "2").getField("Mail sent or last tried (Korea time)"))
                .isNotEmpty();
        assertThat(row(rows, "3")).satisfies(says("Not sent: to be corrected", "", ""));
        assertThat(row(rows, "3").getField("Remark")).startsWith("E-mail: ");
        assertThat(row(rows, "4")).satisfies(says("Left out by hand", "", ""));
        assertThat(row(rows, "5")).satisfies(says("Skipped: enrolled already", "", ""));
        assertThat(row(rows, "6")).satisfies(says("Waiting", "Failed", "550 5.1.1 no such user"));
        assertThat(row(rows, "6").getField("이름")).isEqualTo("'=정다섯");
        assertThat(row(rows, "Typed 1")).satisfies(says("Waiting", "Deferred", "450 later"));
        assertThat(row(rows, "Typed 1").getField("지점")).isEmpty();
        assertThat(row(rows, "Typed 1").getField("Next try (Korea time)")).isNotEmpty();
    }

    @Test
    void a_campaign_that_is_being_written_says_who_is_not_invited_yet() throws IOException {
        long id = started(messy());
        assertThat(row(rows(csv(id, Language.EN)), "2")).satisfies(says("Not invited yet", "", ""));
        assertThat(csv(id, Language.KO)).contains("아직 초대하지 않음").contains("직접 입력 1");

        cancel.cancel(hotel.customer(), id, hotel.actor());
        assertThat(row(rows(csv(id, Language.EN)), "2")).satisfies(says("Not invited: the rest was cancelled", "", ""));
    }

    @Test
    void who_enrolled_before_his_turn_is_said_to_be_skipped() throws IOException {
        long id = started(messy());
        publishers.enrol(hotel, "one@x.example");
        writer.write(hotel.customer(), id, () -> false);

        assertThat(row(rows(csv(id, Language.EN)), "2"))
                .satisfies(says("Skipped: enrolled or invited elsewhere in the meantime", "", ""));
    }

    @Test
    void what_came_of_the_invitation_is_said_by_its_newest_state() throws IOException {
        long id = started(messy());
        writer.write(hotel.customer(), id, () -> false);
        publishers.invite(hotel, "one@x.example");
        publishers.enrol(hotel, "five@x.example");

        Map<String, NamedCsvRecord> rows = rows(csv(id, Language.EN));
        assertThat(row(rows, "2")).satisfies(says("Replaced by a newer invitation", "Queued", ""));
        assertThat(row(rows, "6")).satisfies(says("Replaced by a newer invitation", "Queued", ""));
    }

    @Test
    void the_one_who_downloads_is_written_down_and_nobody_else_can() throws IOException {
        long id = started(messy());
        Publisher cafe = publishers.full("새벽카페");
        assertThat(export.begin(cafe.customer(), id, "csv", cafe.actor())).isFalse();
        ByteArrayOutputStream nothing = new ByteArrayOutputStream();
        try (TableWriter table = TableWriter.csv(nothing)) {
            export.write(cafe.customer(), id, Language.EN, table);
        }
        assertThat(nothing.toString(UTF_8)).isEqualTo("\uFEFF");

        assertThat(export.begin(hotel.customer(), id, "xlsx", hotel.actor())).isTrue();
        assertThat(jdbc.sql("""
                        select actor_label || ' ' || subject_id || ' ' || (details ->> 'format') from audit_event
                        where action = 'campaign.report_downloaded' and customer_id in (:hotel, :cafe)""")
                        .param("hotel", hotel.customer().value())
                        .param("cafe", cafe.customer().value())
                        .query(String.class)
                        .list())
                .containsExactly(hotel.actor().label() + " " + id + " xlsx");
    }

    /** More rows than chunks of one statement; they leave while they are read. */
    @Test
    void twenty_thousand_rows_stream() throws IOException {
        Draft draft = forms.preview(forms.openWithFile(hotel, Forms.csv(directory, 20_000)));
        long id = started(draft);
        for (Form form : Form.values()) {
            Counted counted = new Counted();
            long[] mostHeld = {0};
            try (TableWriter table = form == Form.CSV ? TableWriter.csv(counted) : TableWriter.xlsx(counted, "x")) {
                int[] rows = {0};
                export.write(hotel.customer(), id, Language.KO, new TableWriter() {
                    @Override
                    public void row(List<String> cells) throws IOException {
                        table.row(cells);
                        if (++rows[0] % 1_000 == 0) {
                            mostHeld[0] = Math.max(mostHeld[0], rows[0] - counted.bytes);
                        }
                    }

                    @Override
                    public void close() {}
                });
                assertThat(rows[0]).isEqualTo(20_001);
            }
            // far more bytes have left than rows were written, at every moment
            assertThat(mostHeld[0]).isNotPositive();
        }
    }

    private enum Form {
        CSV,
        XLSX
    }

    private static final class Counted extends OutputStream {

        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int offset, int length) {
            bytes += length;
        }
    }

    private static ThrowingConsumer<NamedCsvRecord> says(String invitation, String mail, String reply) {
        return row -> {
            assertThat(row.getField("Invitation")).isEqualTo(invitation);
            assertThat(row.getField("Mail")).isEqualTo(mail);
            assertThat(row.getField("Answer of the mail server")).isEqualTo(reply);
        };
    }

    /** A typed row; in the file a good one, a faulty one, one left out, one enrolled, and one that looks like a formula. */
    private Draft messy() {
        publishers.enrol(hotel, "four@x.example");
        Draft draft = forms.openWithFile(
                hotel,
                Forms.list(
                        directory,
                        "지점,이름,이메일",
                        "본점,김하나,one@x.example",
                        "별관,이두리,two",
                        "별관,박세미,three@x.example",
                        "본점,최네모,four@x.example",
                        "본점,=정다섯,five@x.example"));
        Draft typed = Forms.saved(drafts.replaceTyped(
                hotel.customer(),
                draft.id(),
                draft.version(),
                List.of(Forms.person("typed@x.example")),
                hotel.actor()));
        leaveOutRows.leaveOut(
                hotel.customer(), draft.id(), forms.fileRow(typed, 4).rowNo(), hotel.actor());
        return forms.preview(drafts.find(hotel.customer(), draft.id()).orElseThrow());
    }

    private long started(Draft draft) {
        return forms.start(hotel, draft);
    }

    private void mail(String email, String state, String reply) {
        assertThat(jdbc.sql("""
                        update mail set state = :state, last_reply = :reply, tried_at = created_at,
                            sent_at = case when :state = 'sent' then created_at end
                        where customer_id = :customer and to_email = :email and kind = 'invitation'""")
                        .param("state", state)
                        .param("reply", reply)
                        .param("customer", hotel.customer().value())
                        .param("email", email)
                        .update())
                .isEqualTo(1);
    }

    private String csv(long campaignId, Language language) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (TableWriter table = TableWriter.csv(file)) {
            export.write(hotel.customer(), campaignId, language, table);
        }
        return file.toString(UTF_8);
    }

    private static NamedCsvRecord row(Map<String, NamedCsvRecord> rows, String number) {
        return Objects.requireNonNull(rows.get(number));
    }

    private static Map<String, NamedCsvRecord> rows(String text) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text.substring(1))) {
            return reader.stream().collect(Collectors.toMap(row -> row.getField(0), row -> row));
        }
    }
}
