package io.chodae.cloudidentity;

import static io.chodae.wire.Parsings.error;
import static io.chodae.wire.Parsings.message;
import static io.chodae.wire.Parsings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.capture.UserInvitationState;
import io.chodae.wire.FieldMask;
import io.chodae.wire.Json;
import io.chodae.wire.Parsed;
import io.chodae.wire.Query;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.core.type.TypeReference;

/** Everything that is written into an address, read from files of cases. */
class GrammarTest {

    private static final String ANSWER = """
            {"userInvitations":[{"name":"a","mailsSentCount":"0","state":"INVITED","updateTime":"t"},\
            {"name":"b","mailsSentCount":"2","state":"DECLINED","updateTime":"u"}],"nextPageToken":"n"}""";

    @ParameterizedTest
    @CsvFileSource(resources = "/cloudidentity/filters.csv", numLinesToSkip = 1)
    void readsAFilterAsASetOfStatesOrSaysWhatIsAllowed(String filter, @Nullable String states, @Nullable String says) {
        Parsed<Set<UserInvitationState>> parsed = StateFilter.parse(Optional.of(filter));

        if (says == null) {
            Set<UserInvitationState> expected = Arrays.stream((states == null ? "" : states).split(" ", -1))
                    .filter(name -> !name.isEmpty())
                    .map(UserInvitationState::valueOf)
                    .collect(Collectors.toSet());
            assertThat(value(parsed)).isEqualTo(expected);
        } else {
            assertThat(message(parsed))
                    .startsWith("Invalid filter: ")
                    .contains(says)
                    .contains("the states are NOT_YET_SENT, INVITED, ACCEPTED and DECLINED");
        }
    }

    @Test
    void boundsWhatAFilterMayBe() {
        assertThat(message(StateFilter.parse(Optional.of("(".repeat(2_001))))).contains("longer than 2,000");
        assertThat(message(StateFilter.parse(Optional.of("(".repeat(2_000)))))
                .contains("where no further parenthesis is expected");
        assertThat(message(StateFilter.parse(Optional.of("state==\u001b[2J")))).doesNotContain("\u001b");
        assertThat(value(StateFilter.parse(Optional.empty()))).containsExactlyInAnyOrder(UserInvitationState.values());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/cloudidentity/orders.csv", numLinesToSkip = 1)
    void readsAnOrderOrSaysWhatIsAllowed(String orderBy, @Nullable String order, @Nullable String says) {
        var parsed = OrderBy.parse(Optional.of(orderBy));

        if (says == null) {
            assertThat(value(parsed)).hasToString(order);
        } else {
            assertThat(message(parsed)).contains(says).contains("\"email\" or \"update_time\", one of them");
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/cloudidentity/paths.csv", numLinesToSkip = 1)
    void readsAPathAsItCame(
            String path,
            @Nullable String customer,
            @Nullable String email,
            @Nullable String verb,
            @Nullable Integer status) {
        Parsed<CallPath> parsed = CallPath.parse(path);

        if (status == null) {
            assertThat(value(parsed))
                    .isEqualTo(new CallPath(
                            String.valueOf(customer), Optional.ofNullable(email), Optional.ofNullable(verb)));
        } else {
            assertThat(error(parsed).code()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/cloudidentity/queries.csv", numLinesToSkip = 1)
    void readsAQueryOrRefusesWhatItDoesNotKnow(
            String query, @Nullable String name, @Nullable String value, @Nullable String says) {
        Parsed<Query> parsed = Query.parse(query).then(read -> read.checked(ApiMethod.LIST.parameters()));

        if (says == null) {
            assertThat(value(parsed).value(String.valueOf(name))).isEqualTo(Optional.ofNullable(value));
        } else {
            assertThat(message(parsed)).contains(says);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/cloudidentity/fields.csv", numLinesToSkip = 1)
    void selectsFieldsOfAnAnswerOrRefusesThoseThatItDoesNotHave(
            String fields, @Nullable String answer, @Nullable String says) {
        Optional<String> given = Optional.of(fields).filter(text -> !text.isBlank());
        Parsed<FieldMask> parsed = FieldMask.parse(given, Schemas.LIST);

        if (says == null) {
            boolean allRows = fields.startsWith("userInvitations,userInvitations");
            String expected =
                    answer != null ? answer : allRows ? ANSWER.replace(",\"nextPageToken\":\"n\"", "") : ANSWER;
            Map<String, Object> selected =
                    value(parsed).of(Json.MAPPER.readValue(ANSWER, new TypeReference<Map<String, Object>>() {}));
            assertThat(new String(Json.write(selected, false), StandardCharsets.UTF_8))
                    .isEqualTo(expected);
        } else {
            assertThat(message(parsed)).contains(says);
        }
    }
}
