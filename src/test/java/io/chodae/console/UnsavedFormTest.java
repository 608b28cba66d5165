package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.campaign.Draft;
import io.chodae.campaign.DraftContent;
import io.chodae.campaign.Drafts;
import io.chodae.campaign.SaveResult;
import io.chodae.campaign.TargetChoice;
import io.chodae.road.Publisher;
import io.chodae.shared.Language;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.HttpBrowser;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@ChodaeTest
@Import(Publisher.class)
class UnsavedFormTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Publisher publishers;

    @Autowired
    private Drafts drafts;

    private Publisher.Ready hotel;
    private HttpBrowser operator;
    private Draft draft;

    @BeforeEach
    void begun() {
        hotel = publishers.ready();
        operator = new HttpBrowser(port);
        operator.signIn(hotel.operatorEmail(), Publisher.PASSWORD);
        operator.get("/console?lang=en");
        draft = drafts.open(hotel.customer(), Language.EN, Actor.system());
    }

    /** Saving, previewing: the colleague was first, and neither loses a word. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/preview"})
    void whoComesSecondFindsTheirWordsInTheFormAndChooses(String button) {
        saved(content("The colleague's team", "The colleague's reason"));
        String path = "/console/invite/" + draft.id();

        HttpResponse<String> answer = post(path + button, draft.version(), "Mine", "my own reason");
        assertThat(answer.statusCode()).isEqualTo(302);
        String page = operator.get(path).body();

        assertThat(page).contains("value=\"Mine\"").contains("my own reason").contains("kim@list.example");
        assertThat(page).contains("Load their version").contains("Save mine over it");
        assertThat(now().content().inviterName()).isEqualTo("The colleague's team");

        int current = now().version();
        post(path, current, "Mine", "my own reason");
        assertThat(now().content().inviterName()).isEqualTo("Mine");
        assertThat(operator.get(path).body()).doesNotContain("Load their version");
    }

    private HttpResponse<String> post(String path, int version, String inviter, String reason) {
        return operator.post(
                path,
                "version",
                String.valueOf(version),
                "inviterName",
                inviter,
                "reason",
                reason,
                "target",
                "UNCLASSIFIED",
                "language",
                "en",
                "typed.slot",
                "s0",
                "typed.name",
                "Kim",
                "typed.email",
                "kim@list.example",
                "typed.phone",
                "",
                "typed.extraInfo",
                "");
    }

    private void saved(DraftContent content) {
        assertThat(drafts.save(hotel.customer(), draft.id(), draft.version(), content, Actor.system()))
                .isInstanceOf(SaveResult.Saved.class);
    }

    private Draft now() {
        return drafts.find(hotel.customer(), draft.id()).orElseThrow();
    }

    private static DraftContent content(String inviter, String reason) {
        return new DraftContent(
                inviter, "", "", reason, TargetChoice.UNCLASSIFIED, null, "", "", List.of(), Language.EN);
    }
}
