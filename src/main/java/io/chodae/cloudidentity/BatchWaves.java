package io.chodae.cloudidentity;

import io.chodae.shared.CustomerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the calls of a batch into waves, so that every call sees what those before it did to the same address, and all
 * the rest can be done at once. A thousand sends to a thousand addresses are one wave; the same address twice are two.
 */
final class BatchWaves {

    /** The first wave in which a call may be that comes after those seen. */
    private record Free(int forRead, int forWrite) {

        static final Free NOW = new Free(0, 0);
    }

    private record Address(CustomerId customer, String key) {}

    private final List<List<Integer>> waves = new ArrayList<>();
    private final Map<Address, Free> addresses = new HashMap<>();
    private final Map<CustomerId, Free> lists = new HashMap<>();

    /** The places of the calls, wave by wave; those that are settled are in none. */
    static List<List<Integer>> of(List<Planned> plans) {
        BatchWaves waves = new BatchWaves();
        for (int place = 0; place < plans.size(); place++) {
            switch (plans.get(place)) {
                case Planned.Settled ignored -> {}
                case Planned.ReadList list -> waves.list(place, list.who().customer());
                case Planned.ReadOne one ->
                    waves.read(
                            place, new Address(one.who().customer(), one.email().key()));
                case Planned.Write write ->
                    waves.write(
                            place,
                            new Address(write.who().customer(), write.email().key()));
            }
        }
        return waves.waves;
    }

    private void read(int place, Address address) {
        Free free = addresses.getOrDefault(address, Free.NOW);
        put(place, free.forRead());
        addresses.put(address, new Free(free.forRead(), Math.max(free.forWrite(), free.forRead() + 1)));
    }

    private void write(int place, Address address) {
        Free free = addresses.getOrDefault(address, Free.NOW);
        Free list = lists.getOrDefault(address.customer(), Free.NOW);
        int wave = Math.max(free.forWrite(), list.forWrite());
        put(place, wave);
        addresses.put(address, new Free(wave + 1, wave + 1));
        lists.put(address.customer(), new Free(Math.max(list.forRead(), wave + 1), list.forWrite()));
    }

    /** A list shows every address of its customer. */
    private void list(int place, CustomerId customer) {
        Free list = lists.getOrDefault(customer, Free.NOW);
        put(place, list.forRead());
        lists.put(customer, new Free(list.forRead(), Math.max(list.forWrite(), list.forRead() + 1)));
    }

    private void put(int place, int wave) {
        while (waves.size() <= wave) {
            waves.add(new ArrayList<>());
        }
        waves.get(wave).add(place);
    }
}
