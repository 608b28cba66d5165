package io.chodae.audit;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever writes rows leaves a line in the audit trail. What leaves none stands with its reason in {@code
 * audit/unrecorded.csv}, by table or by method; a reason that is not needed any more is to go.
 */
class UseCasesRecordTest {

    private static final Path REASONS = Path.of("src/test/resources/audit/unrecorded.csv");
    private static final Set<String> FEATURES = Set.of(
            "audit",
            "mail",
            "suppression",
            "sender",
            "directory",
            "domain",
            "identity",
            "roster",
            "invitation",
            "bizkit",
            "campaign",
            "capture",
            "provisioning",
            "notice");

    private static final CallGraph GRAPH = CallGraph.of(Path.of("target/classes"));

    @Test
    void whatWritesRowsLeavesALine() {
        Map<String, Set<String>> silent = silent(reasons("table"));
        silent.keySet().removeAll(reasons("method"));
        assertThat(silent)
                .as("methods that write these tables and no line of the trail")
                .isEmpty();
    }

    @Test
    void noReasonIsLeftOver() {
        assertThat(silent(reasons("table")).keySet()).containsAll(reasons("method"));
        assertThat(GRAPH.writers().keySet()).containsAll(reasons("table"));
    }

    /** Otherwise the tests above would hold for a graph that sees nothing. */
    @Test
    void theGraphSeesWritesBehindLambdasReferencesAndInterfaces() {
        assertThat(GRAPH.writers()).containsKeys("operator", "invitation", "draft_row", "mail", "audit_event");
        assertThat(written("identity.SignUp.signUp")).contains("account", "audit_event");
        assertThat(written("invitation.AcceptInvitation.accept")).contains("invitation", "enrolled_user");
        assertThat(written("campaign.PauseCampaign.pause")).contains("campaign", "mail_hold", "audit_event");
    }

    /** What a room offers and what a framework calls, where it writes tables that matter, and no line. */
    private static Map<String, Set<String>> silent(Set<String> tablesWithReason) {
        Map<String, Set<String>> silent = new TreeMap<>();
        Stream.concat(GRAPH.open().stream(), GRAPH.uncalled().stream())
                .filter(method -> FEATURES.contains(method.room()))
                .forEach(method -> {
                    Set<String> written = GRAPH.tablesWrittenIn(GRAPH.reachable(method));
                    boolean recorded = written.remove("audit_event");
                    written.removeAll(tablesWithReason);
                    if (!recorded && !written.isEmpty()) {
                        silent.put(method.shortName(), written);
                    }
                });
        return silent;
    }

    private static Set<String> written(String name) {
        return GRAPH.open().stream()
                .filter(method -> method.shortName().equals(name))
                .map(GRAPH::reachable)
                .map(GRAPH::tablesWrittenIn)
                .collect(TreeSet::new, Set::addAll, Set::addAll);
    }

    private static Set<String> reasons(String kind) {
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(REASONS)) {
            return lines.stream()
                    .filter(line -> line.getField("kind").equals(kind)
                            && !line.getField("reason").isBlank())
                    .map(line -> line.getField("name"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
