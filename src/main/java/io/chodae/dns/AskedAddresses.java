package io.chodae.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** The same servers as {@link TxtLookup}. */
@Component
class AskedAddresses implements AddressLookup {

    private final NameServers servers;

    AskedAddresses(NameServers servers) {
        this.servers = servers;
    }

    @Override
    public List<InetAddress> lookUp(String host) throws UnknownHostException {
        if (servers.areTheMachines()) {
            return List.of(InetAddress.getAllByName(host));
        }
        try {
            List<InetAddress> found = Stream.concat(ask(host, Type.A).stream(), ask(host, Type.AAAA).stream())
                    .toList();
            if (found.isEmpty()) {
                throw new UnknownHostException(host);
            }
            return found;
        } catch (UnknownHostException e) {
            throw e;
        } catch (IOException e) {
            UnknownHostException unknown = new UnknownHostException(host);
            unknown.initCause(e);
            throw unknown;
        }
    }

    private List<InetAddress> ask(String host, int type) throws IOException {
        org.xbill.DNS.Record question =
                org.xbill.DNS.Record.newRecord(Name.fromString(host, Name.root), type, DClass.IN);
        Message answer = servers.resolver().send(Message.newQuery(question));
        return answer.getSection(Section.ANSWER).stream()
                .<InetAddress>mapMulti((one, found) -> {
                    if (one instanceof ARecord four) {
                        found.accept(four.getAddress());
                    } else if (one instanceof AAAARecord six) {
                        found.accept(six.getAddress());
                    }
                })
                .toList();
    }
}
