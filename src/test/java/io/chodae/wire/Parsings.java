package io.chodae.wire;

import static org.assertj.core.api.Assertions.assertThat;

/** What tests say about what was read. */
public final class Parsings {

    private Parsings() {}

    public static <T> T value(Parsed<T> parsed) {
        assertThat(parsed).isInstanceOf(Parsed.Good.class);
        return ((Parsed.Good<T>) parsed).value();
    }

    public static <T> ApiError error(Parsed<T> parsed) {
        assertThat(parsed).isInstanceOf(Parsed.Bad.class);
        return ((Parsed.Bad<T>) parsed).error();
    }

    /** Of an invalid argument. */
    public static <T> String message(Parsed<T> parsed) {
        ApiError error = error(parsed);
        assertThat(error.code()).isEqualTo(400);
        assertThat(error.status()).isEqualTo("INVALID_ARGUMENT");
        return error.message();
    }
}
