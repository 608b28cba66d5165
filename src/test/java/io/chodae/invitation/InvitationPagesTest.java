package io.chodae.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.KitTest;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.Slice;
import io.chodae.testing.RewoundClock;
import io.chodae.testing.TestClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list in every order, with what leaves people out, page by page. */
@KitTest
@ExtendWith(RewoundClock.class)
class InvitationPagesTest {

    private static final List<String> NAMES = List.of("다솜", "가람", "Amy", "나래", "amy", "가람", "Zoe");

    @Autowired
    private Kits kits;

    @Autowired
    private Invitations invitations;

    @Autowired
    private CountInvitations count;

    @Autowired
    private CancelInvitation cancel;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Publisher publisher;
    private final List<Invitation> all = new ArrayList<>();
    private Instant begin;

    /** Each half a day after the one before, but two with the same time; to two offers in turn. */
    @BeforeEach
    void invite() {
        publisher = kits.full();
        begin = clock.instant();
        long[] offers = {kits.offer(publisher), kits.offer(publisher)};
        for (int i = 0; i < NAMES.size(); i++) {
            long offer = offers[i % 2];
            String email = (char) ('a' + (i * 3) % 7) + Kits.address();
            kits.send(
                    publisher,
                    offer,
                    new Invitee(EmailAddress.of(email), NAMES.get(i), "0101111" + i, null, Language.KO));
            all.add(invitations
                    .search(query().toOffer(offer).build(1), publisher.customer())
                    .items()
                    .getFirst());
            if (i != 3) {
                clock.advance(Duration.ofHours(1));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(InvitationOrder.class)
    void everybodyIsMetOnceInEveryOrderBothWays(InvitationOrder order) {
        List<Invitation> expected = all.stream().sorted(comparator(order)).toList();
        assertThat(read(query().by(order, false), 2)).isEqualTo(expected);
        assertThat(read(query().by(order, true), 2)).isEqualTo(expected.reversed());
        assertThat(read(query().by(order, false).text("01011"), 2)).isEqualTo(expected);
    }

    @Test
    void aPositionIsGoodForItsOwnQueryOnly() {
        Query names = query().by(InvitationOrder.NAME, false);
        Optional<String> next = search(names.build(3)).next();
        assertThat(search(names.after(next).build(10)).items()).hasSize(4);
        for (Query other : List.of(
                names.by(InvitationOrder.NAME, true),
                names.by(InvitationOrder.EMAIL, false),
                names.state(InvitationState.INVITED),
                names.text("01011"))) {
            assertThat(search(other.after(next).build(10)).items()).hasSize(7);
        }
        assertThat(next.orElseThrow()).doesNotContain("가람");
    }

    @Test
    void daysSendingGroupAndStateNarrowTogether() {
        cancel.cancel(all.get(2).id(), publisher.actor());
        Query early = query().sent(begin, begin.plus(Duration.ofHours(3)));
        assertThat(read(early, 2)).extracting(Invitation::id).containsExactly(ids(2, 1, 0));
        assertThat(read(early.toOffer(all.get(0).offerId()), 2))
                .extracting(Invitation::id)
                .containsExactly(ids(2, 0));
        assertThat(read(early.offered(Set.of(all.get(1).offerId())).by(InvitationOrder.EXPIRES, false), 2))
                .extracting(Invitation::id)
                .containsExactly(ids(1));
        assertThat(read(early.state(InvitationState.INVITED).by(InvitationOrder.SENT, false), 1))
                .extracting(Invitation::id)
                .containsExactly(ids(0, 1));
        assertThat(count.byState(early.build(1), publisher.customer()))
                .containsEntry(InvitationState.INVITED, new AtLeast(2, false))
                .containsEntry(InvitationState.NOT_YET_SENT, new AtLeast(1, false))
                .containsEntry(InvitationState.DECLINED, AtLeast.NONE);
    }

    @Test
    void anotherPublisherFindsNobodyAndItsPositionsOpenNothing() {
        CustomerId stranger = kits.full().customer();
        Optional<String> next = search(query().build(3)).next();
        for (InvitationOrder order : InvitationOrder.values()) {
            Query query = query().by(order, false).after(next);
            assertThat(invitations.search(query.build(10), stranger).items()).isEmpty();
            assertThat(invitations
                            .search(query.toOffer(all.getFirst().offerId()).build(10), stranger)
                            .items())
                    .isEmpty();
        }
        assertThat(count.all(stranger).values()).containsOnly(AtLeast.NONE);
    }

    @Test
    void countsSayWhereTheyStop() {
        jdbc.sql("""
                        insert into invitation (customer_id, offer_id, email, email_key, name, language, state, withdrawn,
                                                link_number, link_hash, sent_at, expires_at, created_at, updated_at)
                        select :customer, 1, i || '@many.example', i || '@many.example', 'Many', 'ko', 'NOT_YET_SENT',
                               'CANCELED', 1, sha256((:customer || ':' || i)::bytea), :at, :at, :at, :at
                        from generate_series(1, 10001) as i""")
                .param("customer", publisher.customer().value())
                .param("at", Timestamp.from(begin))
                .update();
        assertThat(count.all(publisher.customer()))
                .containsEntry(InvitationState.NOT_YET_SENT, new AtLeast(10_000, true))
                .containsEntry(InvitationState.INVITED, new AtLeast(7, false));
        assertThat(count.byState(query().text("many").build(1), publisher.customer())
                        .get(InvitationState.NOT_YET_SENT))
                .hasToString("10,001+");
        // too many to be gathered by a text are walked
        assertThat(search(query().text("many").build(50)).items()).hasSize(50);
    }

    private static Comparator<Invitation> comparator(InvitationOrder order) {
        Comparator<Invitation> by = switch (order) {
            case NEWEST -> Comparator.comparingLong(one -> one.id().value());
            case NAME -> Comparator.comparing(one -> one.name().toLowerCase(Locale.ROOT));
            case EMAIL -> Comparator.comparing(one -> one.email().key());
            case SENT -> Comparator.comparing(Invitation::sentAt);
            case EXPIRES -> Comparator.comparing(Invitation::expiresAt);
        };
        return by.thenComparingLong(one -> one.id().value());
    }

    private InvitationId[] ids(int... places) {
        InvitationId[] ids = new InvitationId[places.length];
        for (int i = 0; i < places.length; i++) {
            ids[i] = all.get(places[i]).id();
        }
        return ids;
    }

    private List<Invitation> read(Query query, int limit) {
        List<Invitation> read = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Slice<Invitation> slice = search(query.after(after).build(limit));
            read.addAll(slice.items());
            after = slice.next();
        } while (after.isPresent());
        return read;
    }

    private Slice<Invitation> search(InvitationQuery query) {
        return invitations.search(query, publisher.customer());
    }

    private static Query query() {
        return new Query(new InvitationQuery("", Optional.empty(), OptionalLong.empty(), Optional.empty(), 10));
    }

    /** What a test says of a query; the rest stays. */
    private record Query(InvitationQuery q) {

        Query text(String text) {
            return with(text, q.state(), q.offerId(), q.offered(), q.sentFrom(), q.sentBefore());
        }

        Query state(InvitationState state) {
            return with(q.text(), Optional.of(state), q.offerId(), q.offered(), q.sentFrom(), q.sentBefore());
        }

        Query toOffer(long offer) {
            return with(q.text(), q.state(), OptionalLong.of(offer), q.offered(), q.sentFrom(), q.sentBefore());
        }

        Query offered(Set<Long> offers) {
            return with(q.text(), q.state(), q.offerId(), Optional.of(offers), q.sentFrom(), q.sentBefore());
        }

        Query sent(Instant from, Instant before) {
            return with(q.text(), q.state(), q.offerId(), q.offered(), Optional.of(from), Optional.of(before));
        }

        Query by(InvitationOrder order, boolean descending) {
            return new Query(new InvitationQuery(
                    q.text(),
                    q.state(),
                    q.offerId(),
                    q.offered(),
                    q.sentFrom(),
                    q.sentBefore(),
                    q.mail(),
                    order,
                    descending,
                    q.after(),
                    q.limit()));
        }

        Query after(Optional<String> after) {
            return new Query(new InvitationQuery(
                    q.text(),
                    q.state(),
                    q.offerId(),
                    q.offered(),
                    q.sentFrom(),
                    q.sentBefore(),
                    q.mail(),
                    q.order(),
                    q.descending(),
                    after,
                    q.limit()));
        }

        InvitationQuery build(int limit) {
            return new InvitationQuery(
                    q.text(),
                    q.state(),
                    q.offerId(),
                    q.offered(),
                    q.sentFrom(),
                    q.sentBefore(),
                    q.mail(),
                    q.order(),
                    q.descending(),
                    q.after(),
                    limit);
        }

        private Query with(
                String text,
                Optional<InvitationState> state,
                OptionalLong offer,
                Optional<Set<Long>> offered,
                Optional<Instant> from,
                Optional<Instant> before) {
            return new Query(new InvitationQuery(
                    text,
                    state,
                    offer,
                    offered,
                    from,
                    before,
                    q.mail(),
                    q.order(),
                    q.descending(),
                    q.after(),
                    q.limit()));
        }
    }
}
