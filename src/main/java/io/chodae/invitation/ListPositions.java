package io.chodae.invitation;

import io.chodae.shared.CustomerId;
import io.chodae.shared.Secrets;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Where a page of the list ended, as an address can carry it: sealed, since it may hold somebody's name, and good for the
 * very query that it was made for.
 */
@Component
class ListPositions {

    private static final String PURPOSE = "invitation.position";
    private static final int QUERY_BYTES = 8;

    private final Secrets secrets;

    ListPositions(Secrets secrets) {
        this.secrets = secrets;
    }

    /** @param key what the list is ordered by, as text */
    record Position(String key, long id) {}

    String write(InvitationQuery query, CustomerId customer, Position position) {
        byte[] key = position.key().getBytes(StandardCharsets.UTF_8);
        byte[] plain = ByteBuffer.allocate(QUERY_BYTES + Long.BYTES + key.length)
                .put(digest(query, customer))
                .putLong(position.id())
                .put(key)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.seal(PURPOSE, plain));
    }

    /** Empty for whatever is not a position of this query: a page that somebody made up begins at the top. */
    Optional<Position> read(InvitationQuery query, CustomerId customer) {
        return query.after().flatMap(text -> {
            try {
                byte[] plain = secrets.open(PURPOSE, Base64.getUrlDecoder().decode(text));
                ByteBuffer buffer = ByteBuffer.wrap(plain);
                byte[] of = new byte[QUERY_BYTES];
                buffer.get(of);
                long id = buffer.getLong();
                String key = StandardCharsets.UTF_8.decode(buffer).toString();
                return Arrays.equals(of, digest(query, customer))
                        ? Optional.of(new Position(key, id))
                        : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    private static byte[] digest(InvitationQuery query, CustomerId customer) {
        String said = String.join(
                "\n",
                String.valueOf(customer.value()),
                query.text().strip(),
                query.state().map(Enum::name).orElse(""),
                query.offerId().toString(),
                query.sentFrom().toString(),
                query.sentBefore().toString(),
                query.endsFrom().toString(),
                query.endsBefore().toString(),
                query.mail()
                        .map(mail -> mail.sql()
                                + Arrays.deepToString(
                                        new TreeMap<>(mail.params()).values().toArray()))
                        .orElse(""),
                query.order().name(),
                String.valueOf(query.descending()));
        try {
            return Arrays.copyOf(
                    MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8)), QUERY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
