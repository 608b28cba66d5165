package io.chodae;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A command may be written as people write commands. */
class ChodaeArgumentsTest {

    @Test
    void aCommandBecomesAnOption() {
        assertThat(Chodae.asOptions(new String[] {"import-accounts", "people.csv", "--server.port=1"}))
                .containsExactly("--import-accounts=people.csv", "--server.port=1");
        assertThat(Chodae.asOptions(new String[] {"import-accounts=people.csv"}))
                .containsExactly("--import-accounts=people.csv");
        assertThat(Chodae.asOptions(new String[] {"--chodae.demo=false"})).containsExactly("--chodae.demo=false");
    }
}
