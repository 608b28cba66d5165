package io.chodae.directoryapi;

import static io.chodae.wire.Parsings.message;
import static io.chodae.wire.Parsings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.provisioning.UserFilter;
import io.chodae.wire.Parsed;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class UserQueryTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/directoryapi/queries.csv", numLinesToSkip = 1)
    void readsAQueryOrSaysWhatIsOffered(String query, @Nullable String filter, @Nullable String says) {
        Parsed<UserFilter> parsed = UserQuery.parse(Optional.of(query));

        if (says == null) {
            assertThat(shown(value(parsed))).isEqualTo(filter);
        } else {
            assertThat(message(parsed))
                    .startsWith("Invalid Input: query: ")
                    .contains(says)
                    .contains("are joined by blanks");
        }
    }

    @Test
    void boundsWhatAQueryMayBe() {
        assertThat(message(UserQuery.parse(Optional.of("a".repeat(1_001))))).contains("longer than 1,000");
        assertThat(message(UserQuery.parse(Optional.of("a ".repeat(21))))).contains("more than 20 clauses");
        assertThat(message(UserQuery.parse(Optional.of("'" + "\\'".repeat(499)))))
                .contains("is no clause");
        assertThat(shown(value(UserQuery.parse(Optional.of("'" + "\\'".repeat(499) + "'")))))
                .contains("CONTAINS");
        assertThat(value(UserQuery.parse(Optional.empty()))).isEqualTo(new UserFilter.All());
    }

    private static String shown(UserFilter filter) {
        return switch (filter) {
            case UserFilter.All ignored -> "all";
            case UserFilter.Is is -> is.field() + " " + is.match() + " " + is.value();
            case UserFilter.And and ->
                and.parts().stream().map(UserQueryTest::shown).collect(Collectors.joining(" & ", "(", ")"));
            case UserFilter.Or or ->
                or.parts().stream().map(UserQueryTest::shown).collect(Collectors.joining(" | ", "(", ")"));
            case UserFilter.Not not -> "!" + shown(not.part());
        };
    }
}
