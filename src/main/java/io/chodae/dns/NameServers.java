package io.chodae.dns;

import java.net.UnknownHostException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;

/** Whom to ask. */
@Component
class NameServers {

    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    private final String address;

    /** @param address of the name server, {@code host} or {@code host:port}; empty: those of this machine */
    NameServers(@Value("${chodae.dns.resolver:}") String address) {
        this.address = address.strip();
    }

    /** Whether the machine's own way of finding addresses is the right one. */
    boolean areTheMachines() {
        return address.isEmpty();
    }

    Resolver resolver() throws UnknownHostException {
        if (address.isEmpty()) {
            Resolver system = new ExtendedResolver();
            system.setTimeout(TIMEOUT);
            return system;
        }
        int colon = address.lastIndexOf(':');
        boolean withPort = colon > 0 && address.indexOf(':') == colon;
        Resolver one = new SimpleResolver(withPort ? address.substring(0, colon) : address);
        if (withPort) {
            one.setPort(Integer.parseInt(address.substring(colon + 1)));
        }
        one.setTimeout(TIMEOUT);
        return one;
    }
}
