package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.Campaign;
import io.chodae.road.Publisher;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.HttpBrowser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The report of a sending, as a browser gets it and a spreadsheet program reads it. */
@ChodaeTest
@TestPropertySource(properties = "chodae.mail.delivery=false")
@Import({Publisher.class, RunningSendings.class})
class CampaignReportTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Publisher publishers;

    @Autowired
    private RunningSendings sendings;

    private HttpBrowser operator;
    private Campaign campaign;
    private String report;

    @BeforeEach
    void sent() {
        Publisher.Ready hotel = publishers.ready();
        operator = signedIn(hotel);
        campaign = sendings.written(hotel.customer(), 3);
        sendings.become(campaign, 1, "sent", "250 ok");
        sendings.become(campaign, 1, "failed", "550 5.1.1 no such user");
        report = "/console/campaigns/" + campaign.id() + "/report.";
    }

    @Test
    void aWorkbookHoldsEveryRow() throws IOException {
        HttpResponse<byte[]> file = operator.download(report + "xlsx");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .isEqualTo("attachment; filename=\"chodae-report-" + campaign.id() + ".xlsx\"");
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file.body()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(4);
            assertThat(texts(rows.get(0))).startsWith("Row in the list", "Name used", "E-mail used", "Invitation");
            assertThat(texts(rows.get(1))).startsWith("Typed 1", "사람 1", "person1@sending.example", "Waiting");
            assertThat(texts(rows.get(2))).contains("Failed", "550 5.1.1 no such user");
        }
    }

    @Test
    void textSaysTheSameInTheReadersLanguage() {
        String korean = new String(operator.download(report + "csv?lang=ko").body(), StandardCharsets.UTF_8);
        assertThat(korean.lines().toList())
                .hasSize(4)
                .first()
                .asString()
                .startsWith("\uFEFF명단의 행,초대에 쓴 이름,초대에 쓴 이메일,초대 상태,상태가 바뀐 시각 (한국 시간)");
        assertThat(korean)
                .contains("직접 입력 2,사람 2,person2@sending.example,수락 대기,")
                .contains(",실패,");
    }

    @Test
    void thePageOffersBothAndAStrangerFindsNeither() {
        assertThat(operator.get("/console/campaigns/" + campaign.id()).body())
                .contains("href=\"" + report + "xlsx\"")
                .contains("href=\"" + report + "csv\"")
                .contains(">Download .xlsx<");
        HttpBrowser stranger = signedIn(publishers.ready());
        for (String format : List.of("xlsx", "csv")) {
            assertThat(stranger.get(report + format).statusCode()).isEqualTo(404);
        }
        assertThat(operator.get(report + "xls").statusCode()).isEqualTo(404);
    }

    private static List<String> texts(Row row) {
        return row.stream().map(cell -> cell == null ? "" : cell.getText()).toList();
    }

    private HttpBrowser signedIn(Publisher.Ready publisher) {
        HttpBrowser browser = new HttpBrowser(port).header("Accept-Language", "en");
        browser.signIn(publisher.operatorEmail(), Publisher.PASSWORD);
        browser.get("/me?lang=en");
        return browser;
    }
}
