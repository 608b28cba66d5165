package io.chodae.domain;

import io.chodae.domain.OpenPage.Page;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Opens a page of a domain from outside: by HTTPS, and where that gives no page, by HTTP. Goes where the page leads, as
 * long as that is the same domain or its {@code www}.
 */
@Component
class OpenPage {

    private static final int MOST_HOPS = 4;

    private final FetchOnce fetch;

    OpenPage(FetchOnce fetch) {
        this.fetch = fetch;
    }

    /** What is there, with the address that was asked last. */
    sealed interface Page {

        String address();

        record Text(String address, String body) implements Page {}

        record Status(String address, int code) implements Page {}

        /** It leads to a host where nothing is proven. */
        record Elsewhere(String address, String to) implements Page {}

        /** The host's address is none of the public Internet. */
        record Private(String address) implements Page {}

        /** Its host has no address, or nobody could be asked for it. */
        record NoHost(String address) implements Page {}

        record TooLong(String address) implements Page {}

        record NoAnswer(String address, String why) implements Page {}
    }

    /** @param path with its slash */
    Page open(String domain, String path, int mostOctets) {
        Page secure = follow(domain, fetch.address("https", domain, path), mostOctets);
        if (secure instanceof Page.Text || secure instanceof Page.NoHost) {
            return secure;
        }
        Page plain = follow(domain, fetch.address("http", domain, path), mostOctets);
        // where neither works, the one that got further says more
        return plain instanceof Page.NoAnswer ? secure : plain;
    }

    private Page follow(String domain, URI first, int mostOctets) {
        URI address = first;
        long deadline = fetch.deadline();
        for (int hop = 0; hop < MOST_HOPS; hop++) {
            Reply reply = fetch.fetch(address, mostOctets, deadline);
            if (reply.page().isPresent()) {
                return reply.page().get();
            }
            Optional<URI> next = next(address, reply.location());
            if (next.isEmpty() || !fetch.belongsTo(next.get(), domain)) {
                return new Page.Elsewhere(address.toString(), reply.location());
            }
            address = next.get();
        }
        return new Page.NoAnswer(address.toString(), "more than " + MOST_HOPS + " redirects");
    }

    private static Optional<URI> next(URI from, String location) {
        try {
            return Optional.of(from.resolve(location));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A page, or where to go on. */
    record Reply(Optional<Page> page, String location) {

        static Reply of(Page page) {
            return new Reply(Optional.of(page), "");
        }

        static Reply moved(String location) {
            return new Reply(Optional.empty(), location);
        }
    }
}
