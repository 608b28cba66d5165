package io.chodae.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DomainNamesTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/domain/names.csv", numLinesToSkip = 1, emptyValue = "")
    void whatIsTypedIsReadOrRefusedWithItsReason(
            @Nullable String typed, @Nullable String name, @Nullable String refused) {
        DomainNames.Read expected = refused == null
                ? new DomainNames.Read.Name(String.valueOf(name))
                : new DomainNames.Read.Refused(ClaimResult.Reason.valueOf(refused));
        assertThat(DomainNames.read(typed == null ? "" : typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/domain/addresses.csv", numLinesToSkip = 1)
    void onlyAddressesOfThePublicInternetAreOpened(String address, boolean open) throws UnknownHostException {
        assertThat(PublicHosts.isPublic(InetAddress.getByName(address))).isEqualTo(open);
    }
}
