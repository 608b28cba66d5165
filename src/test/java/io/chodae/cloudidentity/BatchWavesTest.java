package io.chodae.cloudidentity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.capture.UserInvitationOrder;
import io.chodae.capture.UserInvitationState;
import io.chodae.identity.ApiCaller;
import io.chodae.identity.CallingProgram;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.wire.ApiError;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class BatchWavesTest {

    private static final Listing LISTING =
            new Listing(Set.of(UserInvitationState.values()), UserInvitationOrder.EMAIL_ASC, 100);

    @ParameterizedTest
    @CsvFileSource(resources = "/cloudidentity/waves.csv", numLinesToSkip = 1)
    void letsEveryCallSeeWhatWasDoneBeforeIt(String calls, String waves) {
        List<Planned> plans =
                Arrays.stream(calls.split(" ", -1)).map(BatchWavesTest::plan).toList();

        assertThat(BatchWaves.of(plans).stream()
                        .map(wave -> wave.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                        .collect(Collectors.joining(" / ")))
                .isEqualTo(waves);
    }

    private static Planned plan(String call) {
        Admitted who = admitted(call.endsWith("2") ? 2 : 1);
        String address = call.substring(Math.min(1, call.length() - 1)).replace("2", "") + "@x.example";
        return switch (call.charAt(0)) {
            case '-' -> new Planned.Settled(CloudIdentityCalls.PLAIN.refused(ApiError.internal()));
            case 'l' -> new Planned.ReadList(who, LISTING, Optional.empty(), CloudIdentityCalls.PLAIN);
            case 'g' -> new Planned.ReadOne(who, ApiMethod.GET, EmailAddress.of(address), CloudIdentityCalls.PLAIN);
            case 's' -> new Planned.Write(who, ApiMethod.SEND, EmailAddress.of(address), CloudIdentityCalls.PLAIN);
            case 'c' -> new Planned.Write(who, ApiMethod.CANCEL, EmailAddress.of(address), CloudIdentityCalls.PLAIN);
            default -> throw new IllegalArgumentException(call);
        };
    }

    private static Admitted admitted(long customer) {
        AccountId account = new AccountId(customer);
        return new Admitted(
                new ApiCaller(
                        new CustomerId(customer),
                        account,
                        "ann@x.example",
                        Set.of(),
                        Actor.program(account, "ann", "sync"),
                        new CallingProgram("1059", "sync")),
                "C" + customer);
    }
}
