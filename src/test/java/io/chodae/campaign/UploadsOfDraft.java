package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.Publishers.Publisher;
import io.chodae.campaign.RosterUpload.State;
import io.chodae.roster.RosterHeader;
import io.chodae.roster.RosterMapping;
import io.chodae.testing.TestClock;
import io.chodae.testing.TestTimers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A publisher with an open draft, and lists to upload into it. */
@CampaignTest
abstract class UploadsOfDraft {

    static final String ODD = "성함란,주소란,비상\n맹동주,dongju@hanbit-hotel.example,010-1234-5678\n";

    @Autowired
    Publishers publishers;

    @Autowired
    Forms forms;

    @Autowired
    Drafts drafts;

    @Autowired
    RosterUploads uploads;

    @Autowired
    ImportRoster importRoster;

    @Autowired
    RemoveRoster removeRoster;

    @Autowired
    ReadUpload read;

    @Autowired
    CheckDraft check;

    @Autowired
    TidyUploads tidy;

    @Autowired
    TestTimers timers;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path directory;

    Publisher hotel;

    Draft draft;

    @BeforeEach
    void found() {
        hotel = publishers.full("한빛호텔");
        draft = forms.open(hotel);
    }

    void choose(RosterMapping mapping) {
        assertThat(uploads.chooseColumns(hotel.customer(), draft.id(), latest().id(), mapping, hotel.actor()))
                .isInstanceOf(UploadResult.Accepted.class);
        timers.runDue();
        assertThat(latest().state()).isEqualTo(State.READ);
    }

    void upload(Path file) {
        assertThat(uploads.upload(
                        hotel.customer(), draft.id(), file.getFileName().toString(), file, hotel.actor()))
                .isInstanceOf(UploadResult.Accepted.class);
    }

    RosterUpload latest() {
        return uploads.latest(hotel.customer(), draft.id()).orElseThrow();
    }

    Draft now() {
        return drafts.find(hotel.customer(), draft.id()).orElseThrow();
    }

    RosterHeader.Origin origin() {
        return Optional.ofNullable(latest().header()).orElseThrow().origin();
    }

    int kept() {
        return jdbc.sql("""
                        select count(distinct u.upload_id) from roster_upload u join roster_upload_chunk using (upload_id)
                        where u.customer_id = :customer""")
                .param("customer", hotel.customer().value())
                .query(Integer.class)
                .single();
    }

    String[] texts(String sql) {
        return jdbc.sql(sql)
                .param("customer", hotel.customer().value())
                .param("draft", draft.id())
                .query((rs, row) -> (String[]) rs.getArray(1).getArray())
                .single();
    }

    Path text(String list) {
        try {
            return Files.writeString(Files.createTempFile(directory, "list", ".csv"), list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path workbook() {
        Path file = directory.resolve("branches.xlsx");
        try (Workbook workbook = new Workbook(Files.newOutputStream(file), "Test", null)) {
            people(workbook.newWorksheet("본관"), "main", 1);
            people(workbook.newWorksheet("별관"), "annex", 2);
            workbook.newWorksheet("비고").value(0, 0, "적어 둘 것");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    static void people(Worksheet sheet, String name, int count) {
        sheet.value(0, 0, "이름");
        sheet.value(0, 1, "이메일");
        for (int i = 1; i <= count; i++) {
            sheet.value(i, 0, "사람 " + i);
            sheet.value(i, 1, name + i + "@hanbit-hotel.example");
        }
    }
}
