package io.chodae.wire;

import java.util.function.Function;

/** What was read of a request, or why it is refused. */
public sealed interface Parsed<T> {

    record Good<T>(T value) implements Parsed<T> {}

    record Bad<T>(ApiError error) implements Parsed<T> {}

    static <T> Parsed<T> good(T value) {
        return new Good<>(value);
    }

    static <T> Parsed<T> bad(ApiError error) {
        return new Bad<>(error);
    }

    static <T> Parsed<T> invalid(String message) {
        return new Bad<>(ApiError.invalid(message));
    }

    default <R> Parsed<R> then(Function<? super T, Parsed<R>> next) {
        return switch (this) {
            case Good<T> good -> next.apply(good.value());
            case Bad<T> bad -> new Bad<>(bad.error());
        };
    }

    default <R> Parsed<R> map(Function<? super T, ? extends R> next) {
        return then(value -> new Good<>(next.apply(value)));
    }
}
