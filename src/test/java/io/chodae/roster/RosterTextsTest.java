package io.chodae.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.shared.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RosterTextsTest {

    private static final Map<String, String> ARGS = Map.of("max", "100", "firstRow", "4", "found", "성명", "limit", "64");

    private final RosterTexts texts = new RosterTexts();

    @Test
    void everyFindingHasASentenceInBothLanguages() {
        for (Language language : Language.values()) {
            List<String> sentences = new ArrayList<>();
            for (FaultCode code : FaultCode.values()) {
                sentences.add(texts.fault(new RowFault(RosterColumn.EMAIL, code, "x", ARGS), language));
            }
            for (WarningCode code : WarningCode.values()) {
                sentences.add(texts.warning(new RowWarning(RosterColumn.EMAIL, code, "x"), language));
            }
            for (RosterProblem problem : RosterProblem.values()) {
                sentences.add(texts.problem(new RosterReading.Unreadable(problem, ARGS), language));
            }
            for (RosterColumn column : RosterColumn.values()) {
                assertThat(texts.column(column, language)).isNotBlank();
            }
            assertThat(sentences)
                    .allSatisfy(sentence -> assertThat(sentence)
                            .endsWith(".")
                            .doesNotContain("{")
                            .matches(language == Language.KO ? ".*[가-힣].*" : "[^가-힣]*(성명[^가-힣]*)?"));
        }
    }

    @Test
    void namesTheValuesOfTheFinding() {
        RowFault fault = new RowFault(
                RosterColumn.EMAIL, FaultCode.DUPLICATE_IN_FILE, "a@hanbit.example", Map.of("firstRow", "1,234"));
        assertThat(texts.fault(fault, Language.KO)).startsWith("1,234행에 같은 주소가 있어요.");
        assertThat(texts.fault(fault, Language.EN)).contains("row 1,234");
    }

    @Test
    void theMachinesLanguageStandsInForNeither() {
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.KOREA);
            assertThat(texts.column(RosterColumn.NAME, Language.EN)).isEqualTo("Name");
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        ResourceBundle english = ResourceBundle.getBundle("messages.roster", Locale.ROOT, control);
        ResourceBundle korean = ResourceBundle.getBundle("messages.roster", Locale.KOREAN, control);
        assertThat(korean.keySet()).isEqualTo(english.keySet());
        for (String key : english.keySet()) {
            assertThat(places(korean.getString(key))).as(key).isEqualTo(places(english.getString(key)));
            if (!key.startsWith("roster.template.example.phone")) {
                assertThat(korean.getString(key)).as(key).isNotEqualTo(english.getString(key));
            }
        }
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Pattern.compile("\\{\\w+}").matcher(text).results().forEach(match -> places.add(match.group()));
        return places;
    }
}
