package io.chodae.dns;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of hosts. */
public interface AddressLookup {

    /**
     * All of its addresses; at least one.
     *
     * @throws UnknownHostException where it has none, or nobody who knows could be asked
     */
    List<InetAddress> lookUp(String host) throws UnknownHostException;
}
