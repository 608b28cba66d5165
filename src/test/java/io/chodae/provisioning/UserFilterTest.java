package io.chodae.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chodae.capture.Captures;
import io.chodae.capture.Captures.Organisation;
import io.chodae.provisioning.UserFilter.All;
import io.chodae.provisioning.UserFilter.And;
import io.chodae.provisioning.UserFilter.Is;
import io.chodae.provisioning.UserFilter.Not;
import io.chodae.provisioning.UserFilter.Or;
import io.chodae.shared.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Users are found by what an administrator asks, slice by slice, and never another customer's. */
@ProvisioningTest
class UserFilterTest {

    @Autowired
    Captures captures;

    @Autowired
    Organisations organisations;

    @Autowired
    DirectoryUsers users;

    Organisation hotel;

    @BeforeEach
    void threeUsersAndOneElsewhere() {
        hotel = captures.organisation();
        organisations.created(
                hotel,
                new NewDirectoryUser(hotel.at("Sora.Han").value(), "Sora", "Han", "", Language.EN, "A_1", false, null));
        organisations.created(
                hotel, new NewDirectoryUser(hotel.at("minji").value(), "민지", "김", "", Language.KO, "B-2", true, null));
        organisations.created(hotel, new NewDirectoryUser(hotel.at("dami").value(), "", "", "", null, "", false, null));
        Organisation other = captures.organisation();
        organisations.created(other, Organisations.minji(other.at("sora")));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/provisioning/filters.csv", numLinesToSkip = 1)
    void aFieldIsCompared(UserField field, UserMatch match, @Nullable String value, @Nullable String found) {
        String asked = Objects.requireNonNullElse(value, "").replace("{domain}", hotel.domain());
        UserFilter filter = new Is(field, match, asked);
        assertThat(found(filter)).isEqualTo(Objects.requireNonNullElse(found, ""));
        assertThat(users.count(hotel.customer(), filter)).isEqualTo(found == null ? 0 : found.split(" ").length);
    }

    @Test
    void comparisonsAreJoined() {
        UserFilter sora = new Is(UserField.EXTERNAL_ID, UserMatch.EQUALS, "A_1");
        UserFilter minji = new Is(UserField.SUSPENDED, UserMatch.EQUALS, "true");
        assertThat(found(new Or(List.of(sora, minji)))).isEqualTo("minji sora");
        assertThat(found(new And(List.of(sora, minji)))).isEmpty();
        assertThat(found(new Not(new Or(List.of(sora, minji))))).isEqualTo("dami");
        assertThat(found(new And(List.of()))).isEqualTo("dami minji sora");
        assertThat(found(new Or(List.of()))).isEmpty();
    }

    @Test
    void whatIsTypedIsNeverReadAsSql() {
        assertThat(found(new Is(UserField.GIVEN_NAME, UserMatch.EQUALS, "' or true --")))
                .isEmpty();
        assertThatThrownBy(() -> new Is(UserField.CREATED, UserMatch.EQUALS, "yesterday"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Is.isPossible(UserField.UPDATED, UserMatch.CONTAINS, "2026-01-01T00:00:00Z"))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void slicesFollowEachOtherInEveryOrder(UserField by) {
        for (boolean descending : new boolean[] {false, true}) {
            UserOrder order = new UserOrder(by, descending);
            List<DirectoryUser> whole = users.slice(hotel.customer(), new All(), order, 0, 10);
            assertThat(whole).hasSize(3);
            List<DirectoryUser> walked = new ArrayList<>();
            List<DirectoryUser> slice = users.slice(hotel.customer(), new All(), order, null, 2);
            while (!slice.isEmpty()) {
                walked.addAll(slice);
                slice = users.slice(hotel.customer(), new All(), order, UserPosition.of(walked.getLast(), order), 2);
            }
            assertThat(walked).isEqualTo(whole);
            assertThat(users.slice(hotel.customer(), new All(), order, 2, 10)).isEqualTo(whole.subList(2, 3));
        }
    }

    private String found(UserFilter filter) {
        return users.slice(hotel.customer(), filter, UserOrder.BY_EMAIL, null, 10).stream()
                .map(user -> user.email().key().split("[.@]", 2)[0])
                .collect(Collectors.joining(" "));
    }
}
