package io.chodae.scim;

import java.util.function.Function;

/** What was read of a request, or why it is refused. */
sealed interface Parsed<T> {

    record Good<T>(T value) implements Parsed<T> {}

    record Bad<T>(ScimError error) implements Parsed<T> {}

    static <T> Parsed<T> good(T value) {
        return new Good<>(value);
    }

    static <T> Parsed<T> bad(ScimError error) {
        return new Bad<>(error);
    }

    static <T> Parsed<T> bad(ErrorKind kind, String detail) {
        return new Bad<>(ScimError.bad(kind, detail));
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

    /** What it came to, or how it is refused on the wire. */
    default Reply reply(Function<? super T, Reply> next) {
        return switch (this) {
            case Good<T> good -> next.apply(good.value());
            case Bad<T> bad -> Reply.refused(bad.error());
        };
    }
}
