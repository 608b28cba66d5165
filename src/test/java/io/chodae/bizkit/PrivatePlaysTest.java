package io.chodae.bizkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Kits.Publisher;
import io.chodae.testing.TestClock;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@KitTest
class PrivatePlaysTest {

    private static final String LINK = "https://play.example/light?room=1";
    private static final byte[] ICON = Kits.icon();

    @Autowired
    private Kits kits;

    @Autowired
    private TestClock clock;

    @Autowired
    private PrivatePlays plays;

    @Autowired
    private SavePrivatePlay save;

    @Autowired
    private EnablePrivatePlay enable;

    private Publisher publisher;

    @BeforeEach
    void found() {
        publisher = kits.full();
    }

    @Test
    void keepsWhatWasEnteredAndTheIconUntilThereIsANewOne() {
        long id = saved(save(OptionalLong.empty(), " 조명\n", "밝기와\r\n색", LINK, ICON));
        assertThat(plays.find(publisher.customer(), id))
                .contains(new PrivatePlay(id, "조명", "밝기와\n색", LINK, true, true, clock.instant()));
        assertThat(plays.icon(publisher.customer(), id)).contains(ICON);

        saved(save(OptionalLong.of(id), "무드등", "", LINK, null));
        assertThat(plays.list(publisher.customer()))
                .extracting(PrivatePlay::name)
                .containsExactly("객실 제어", "무드등");
        assertThat(plays.icon(publisher.customer(), id)).contains(ICON);
        assertThat(kits.trail(publisher.customer(), "play", id)).containsExactly("play.created", "play.changed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "//play.example",
                "play.example",
                "https:///x",
                "https://a b",
                "mailto:a@b.example"
            })
    void opensNothingButWebAddresses(String link) {
        assertThat(save(OptionalLong.empty(), "조명", "", link, null))
                .isEqualTo(new SavePlayResult.Faults(List.of(Fault.of("link", "INVALID", link))));
    }

    @Test
    void saysEverythingThatIsWrong() {
        assertThat(save(OptionalLong.empty(), "", "가".repeat(201), " ", Kits.image(10, 20, "png")))
                .isEqualTo(new SavePlayResult.Faults(List.of(
                        Fault.of("name", "MISSING"),
                        Fault.of("description", "TOO_LONG", 200, 201),
                        Fault.of("link", "MISSING"),
                        Fault.of("icon", "WRONG_SIZE", 10, 20))));
    }

    @Test
    void aNameIsTakenInAnyCase() {
        saved(save(OptionalLong.empty(), "Light", "", LINK, null));
        SavePlayResult taken = new SavePlayResult.Faults(List.of(Fault.of("name", "TAKEN", "LIGHT")));
        assertThat(save(OptionalLong.empty(), "LIGHT", "", LINK, null)).isEqualTo(taken);
        assertThat(save(OptionalLong.of(publisher.play()), "LIGHT", "", LINK, null))
                .isEqualTo(taken);
    }

    @RepeatedTest(5)
    void ofTwoWhoWantANameAtOnceOneGetsIt() throws Exception {
        List<SavePlayResult> results = AtOnce.run(
                () -> save(OptionalLong.empty(), "Light", "", LINK, null),
                () -> save(OptionalLong.empty(), "light", "", LINK, null));
        assertThat(results).filteredOn(SavePlayResult.Saved.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(SavePlayResult.Faults.class::isInstance).hasSize(1);
    }

    @Test
    void switchingTwiceLeavesOneTrace() {
        assertThat(enable.enable(publisher.customer(), publisher.play(), false, publisher.actor()))
                .isTrue();
        assertThat(enable.enable(publisher.customer(), publisher.play(), false, publisher.actor()))
                .isFalse();
        assertThat(plays.find(publisher.customer(), publisher.play())
                        .orElseThrow()
                        .enabled())
                .isFalse();
        assertThat(kits.trail(publisher.customer(), "play", publisher.play()))
                .containsExactly("play.created", "play.disabled");
    }

    private SavePlayResult save(OptionalLong id, String name, String description, String link, byte @Nullable [] icon) {
        return save.save(publisher.customer(), id, new PlayContent(name, description, link, icon), publisher.actor());
    }

    private static long saved(SavePlayResult result) {
        return ((SavePlayResult.Saved) result).playId();
    }
}
