package io.chodae.sender;

import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks the domain name system for texts. Waits for the answer: not within a transaction. */
@Component
class TxtLookup {

    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    private final String address;

    /** @param address of the name server, {@code host} or {@code host:port}; empty: those of this machine */
    TxtLookup(@Value("${chodae.dns.resolver:}") String address) {
        this.address = address.strip();
    }

    sealed interface Answer {

        /** What stands there, each record's pieces put together; none where there is no such name. */
        record Texts(List<String> texts) implements Answer {}

        /** Nobody who knows could be asked. */
        record NoAnswer(String why) implements Answer {}
    }

    Answer lookUp(String name) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("nobody waits for a name server within a transaction");
        }
        try {
            org.xbill.DNS.Record question =
                    org.xbill.DNS.Record.newRecord(Name.fromString(name, Name.root), Type.TXT, DClass.IN);
            Message answer = resolver().send(Message.newQuery(question));
            return switch (answer.getRcode()) {
                case Rcode.NOERROR ->
                    new Answer.Texts(answer.getSection(Section.ANSWER).stream()
                            .filter(TXTRecord.class::isInstance)
                            .map(one -> text((TXTRecord) one))
                            .toList());
                case Rcode.NXDOMAIN -> new Answer.Texts(List.of());
                default -> new Answer.NoAnswer(Rcode.string(answer.getRcode()));
            };
        } catch (TextParseException e) {
            throw new IllegalArgumentException("no name to look up: " + name, e);
        } catch (IOException e) {
            String words = e.getMessage();
            return new Answer.NoAnswer(words == null ? e.getClass().getSimpleName() : words);
        }
    }

    private static String text(TXTRecord one) {
        return one.getStrings().stream().collect(Collectors.joining());
    }

    private Resolver resolver() throws UnknownHostException {
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
