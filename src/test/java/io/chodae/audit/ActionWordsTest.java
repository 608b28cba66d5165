package io.chodae.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the code writes down, a person can read: every action, every kind of thing and every detail has its words. */
class ActionWordsTest {

    private static final Path MAIN = Path.of("src/main/java/io/chodae");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    /** What is named before the dot of an action is a kind of thing. */
    private static final Pattern ACTION = Pattern.compile(
            "\"((?:account|audit|campaign|conflict_policy|customer|directory_token|domain|draft|group|invitation|invitation_job"
                    + "|operator|pending_user|people|play|program|service|service_account|sender|suppression|user"
                    + "|user_invitation)\\.[a-z][A-Za-z_-]+)\"");

    /** Any literal of that shape; those outside of the list above are named here, so that a new kind is not missed. */
    private static final Pattern DOTTED = Pattern.compile("\"([a-z_]+)\\.[a-z][A-Za-z_-]+\"");

    private static final Set<String> NO_KINDS =
            Set.of("chodae", "column", "email", "leave", "mail", "management", "role");

    /** The literal that follows the action, which may come from the caller. */
    private static final Pattern KIND =
            Pattern.compile("(?:\"[a-z_]+\\.[A-Za-z_-]+\"|\\b(?:action|act|what))\\s*,\\s*\"([a-z_-]+)\"");

    private static final Pattern RECORDS = Pattern.compile("audit\\.record\\(([^;]*)\\);", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"", "_ko"})
    void everyActionHasItsWords(String language) throws IOException {
        Set<String> actions = found(ACTION);
        assertThat(actions).hasSizeGreaterThan(50).contains("campaign.paused", "operator.role_changed");
        assertThat(words("audit.action.", language)).containsAll(actions);
    }

    /** Words for what nobody writes any more are kept: the lines are. */
    @Test
    void noKindOfActionIsOverlooked() throws IOException {
        Set<String> known = found(ACTION).stream()
                .map(action -> action.substring(0, action.indexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
        known.addAll(NO_KINDS);
        assertThat(known).containsAll(found(DOTTED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_ko"})
    void everyKindOfThingHasItsWord(String language) throws IOException {
        Set<String> kinds = inside(RECORDS, KIND);
        assertThat(kinds).hasSizeGreaterThan(8).contains("campaign", "operator-invitation");
        assertThat(words("audit.subject.", language)).containsAll(kinds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_ko"})
    void everyDetailThatStandsInTheCallHasItsWord(String language) throws IOException {
        Set<String> details =
                inside(RECORDS, Pattern.compile("(?:Map\\.of\\(|,)\\s*\"([a-zA-Z]+)\"\\s*,(?=[^,]*(?:,|\\)))"));
        details.removeAll(words("audit.subject.", language));
        details.removeAll(Set.of("email", "name"));
        assertThat(details).contains("count", "role");
        assertThat(words("audit.detail.", language)).containsAll(details);
    }

    private static Set<String> found(Pattern literal) throws IOException {
        return matches(literal, sources());
    }

    private static Set<String> inside(Pattern call, Pattern literal) throws IOException {
        return matches(
                literal, sources().flatMap(text -> call.matcher(text).results().map(result -> result.group(1))));
    }

    private static Set<String> matches(Pattern literal, Stream<String> texts) {
        return texts.flatMap(text -> literal.matcher(text).results().map(ActionWordsTest::first))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String first(MatchResult result) {
        return result.group(1);
    }

    /** The sources of whoever writes lines, or hands an action on to somebody who does. */
    private static Stream<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(MAIN.resolve("console")) && !file.startsWith(MAIN.resolve("web")))
                    .map(ActionWordsTest::text)
                    .filter(text -> text.contains("io.chodae.audit"))
                    .toList()
                    .stream();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names that have words, of all bundles: each room keeps those of its own actions. */
    private static Set<String> words(String prefix, String language) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> bundles = Files.list(MESSAGES)) {
            for (Path bundle : bundles.filter(file -> file.toString().endsWith(".properties"))
                    .filter(file -> file.toString().contains("_ko") != language.isEmpty())
                    .toList()) {
                Properties texts = new Properties();
                try (Reader reader = Files.newBufferedReader(bundle)) {
                    texts.load(reader);
                }
                texts.stringPropertyNames().stream()
                        .filter(key -> key.startsWith(prefix))
                        .map(key -> key.substring(prefix.length()))
                        .forEach(names::add);
            }
        }
        return names;
    }
}
