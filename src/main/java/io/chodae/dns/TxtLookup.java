package io.chodae.dns;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks the domain name system for texts. Waits for the answer: not within a transaction. */
@Component
public class TxtLookup {

    private final NameServers servers;

    TxtLookup(NameServers servers) {
        this.servers = servers;
    }

    /** What came of asking. */
    public sealed interface Answer {

        /** What stands there, each record's pieces put together; none where there is no such name. */
        record Texts(List<String> texts) implements Answer {}

        /** Nobody who knows could be asked. */
        record NoAnswer(String why) implements Answer {}
    }

    /** @param name absolute, without the dot at its end */
    public Answer lookUp(String name) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("nobody waits for a name server within a transaction");
        }
        try {
            org.xbill.DNS.Record question =
                    org.xbill.DNS.Record.newRecord(Name.fromString(name, Name.root), Type.TXT, DClass.IN);
            Message answer = servers.resolver().send(Message.newQuery(question));
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
}
