package io.chodae.playclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.playclient.ClientFault.Code;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ClientAddressesTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/playclient/addresses.csv", numLinesToSkip = 1)
    void anAddressLeadsToThePlayAndNowhereElse(String address, @Nullable Code fault) {
        List<ClientFault> expected =
                fault == null ? List.of() : List.of(new ClientFault("redirectUris", fault, address));
        assertThat(ClientAddresses.typed(address, "").faults()).isEqualTo(expected);
        assertThat(ClientAddresses.typed("https://play.example/callback", address)
                        .faults())
                .extracting(ClientFault::code)
                .isEqualTo(expected.stream().map(ClientFault::code).toList());
    }

    @Test
    void thereIsOneALineAndEachOnce() {
        ClientAddresses typed = ClientAddresses.typed(
                "  https://play.example/a \r\n\r\nhttps://play.example/b\nhttps://play.example/a", " \n");
        assertThat(typed.redirectUris()).containsExactly("https://play.example/a", "https://play.example/b");
        assertThat(typed.postLogoutRedirectUris()).isEmpty();
        assertThat(typed.faults()).isEmpty();
    }

    @Test
    void oneIsNeededAndTenAreTheMost() {
        assertThat(codes(ClientAddresses.typed("\n", ""))).containsExactly(Code.MISSING);
        assertThat(codes(ClientAddresses.typed(many(10), many(10)))).isEmpty();
        assertThat(codes(ClientAddresses.typed(many(11), ""))).containsExactly(Code.TOO_MANY);
        String long500 = "https://play.example/" + "a".repeat(479);
        assertThat(codes(ClientAddresses.typed(long500, ""))).isEmpty();
        assertThat(codes(ClientAddresses.typed(long500 + "a", ""))).containsExactly(Code.TOO_LONG);
    }

    private static String many(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "https://play.example/" + number)
                .collect(Collectors.joining("\n"));
    }

    private static List<Code> codes(ClientAddresses addresses) {
        return addresses.faults().stream().map(ClientFault::code).toList();
    }
}
