package io.chodae.invitation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of a multi-row insert, one array each. */
final class NewRows {

    private final Long[] ids;
    private final String[] emails;
    private final String[] keys;
    private final String[] names;
    private final @Nullable String[] phones;
    private final @Nullable String[] extras;
    private final String[] languages;
    private final byte[][] hashes;

    NewRows(int size) {
        ids = new Long[size];
        emails = new String[size];
        keys = new String[size];
        names = new String[size];
        phones = new String[size];
        extras = new String[size];
        languages = new String[size];
        hashes = new byte[size][];
    }

    void set(int i, InvitationId id, Invitee invitee, byte[] hash) {
        ids[i] = id.value();
        emails[i] = invitee.email().value();
        keys[i] = invitee.email().key();
        names[i] = invitee.name();
        phones[i] = invitee.phone();
        extras[i] = invitee.extraInfo();
        languages[i] = invitee.language().tag();
        hashes[i] = hash;
    }

    Map<String, Object> params() {
        return Map.of(
                "ids", ids,
                "emails", emails,
                "keys", keys,
                "names", names,
                "phones", phones,
                "extras", extras,
                "languages", languages,
                "hashes", hashes);
    }

    /** @param inserted ids of the rows that the database took */
    List<SentInvitation> sent(List<Invitee> invitees, Set<Long> inserted) {
        List<SentInvitation> sent = new ArrayList<>(inserted.size());
        for (int i = 0; i < ids.length; i++) {
            if (inserted.contains(ids[i])) {
                Invitee invitee = invitees.get(i);
                sent.add(new SentInvitation(ids[i], 1, invitee.email(), invitee.name(), invitee.language()));
            }
        }
        return sent;
    }
}
