package io.chodae.mail;

import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.Secrets;
import io.chodae.testing.TestClock;
import io.chodae.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The real outbox and pumps on a real database, put together by hand so that a test can have two of them. Unless it is
 * told otherwise it writes to everybody, with one sender in all envelopes, and signs nothing.
 */
public final class PostOffice implements AutoCloseable {

    public static final CustomerId CUSTOMER = new CustomerId(0);
    public static final String KIND = "invitation";

    public static final MailSettings SETTINGS = new MailSettings(
            "Chodae", EmailAddress.of("no-reply@chodae.example"), URI.create("https://chodae.example"));

    /** Test databases are young: their start tells nothing. */
    static final LeaseTimes LEASES = new LeaseTimes(Duration.ofSeconds(30), Duration.ZERO);

    final WakeUp wakeUp = new WakeUp();
    public final MeterRegistry meters = new SimpleMeterRegistry();
    final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    final MailProperties relay = new MailProperties();
    String startTls = "";
    public final JdbcClient jdbc;
    public final TransactionTemplate transactions;
    final MailStore store;
    final Outbox outbox;
    public final Deliveries deliveries;
    final BatchControl batches;
    final StuckMails stuck;
    private final Clock clock;
    private final EnvelopeSenders envelopes;
    private final List<MailPump> pumps = new ArrayList<>();
    private final List<MailDelivery> running = new ArrayList<>();

    PostOffice(TestClock clock, int relayPort) {
        this(TestDatabase.fresh(), clock, relayPort);
    }

    PostOffice(DataSource database, Clock clock, int relayPort) {
        this(database, clock, relayPort, new NobodyIsClosed(), mail -> null);
    }

    public PostOffice(
            DataSource database, Clock clock, int relayPort, ClosedAddresses closed, EnvelopeSenders envelopes) {
        this.clock = clock;
        this.envelopes = envelopes;
        jdbc = JdbcClient.create(database);
        transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        store = new MailStore(jdbc, clock, new Secrets(new byte[32], new SecureRandom()), SETTINGS, LEASES, closed);
        outbox = new Outbox(jdbc, clock, wakeUp);
        deliveries = new Deliveries(jdbc);
        batches = new BatchControl(jdbc, clock, wakeUp, new BatchChunks(jdbc, clock));
        stuck = new StuckMails(jdbc, clock, LEASES);
        relay.setHost("127.0.0.1");
        relay.setPort(relayPort);
        beans.addBean("letters", new Letters());
    }

    /** Who may change the tables themselves. */
    public JdbcClient owner() {
        return TestDatabase.owner(jdbc.sql("select current_database()")
                .query((row, number) ->
                        row.getStatement().getConnection().getMetaData().getURL())
                .single());
    }

    /** As a node does that dies right after it. */
    List<Claimed> claim(int mails) {
        return store.claim(Lane.PROMPT, mails, true, clock.instant().plus(LEASES.length()));
    }

    public MailPump pump(int sessions) {
        return pump(new Throughput(sessions, 0, 0));
    }

    MailPump pump(Throughput throughput) {
        MailPump pump = new MailPump(
                store,
                new HourLimit(store, jdbc, transactions, clock, relay(), throughput),
                new Composing(
                        beans.getBeanProvider(MailComposer.class), (mail, message) -> Optional.of(message), envelopes),
                relay(),
                new MailMetrics(meters, store),
                wakeUp,
                clock,
                throughput,
                LEASES);
        pumps.add(pump);
        return pump;
    }

    private Relay relay() {
        return new Relay(
                relay,
                beans.getBeanProvider(LocalRelay.class),
                beans.getBeanProvider(SslBundles.class),
                SETTINGS,
                startTls);
    }

    /** One connection to the relay by itself. */
    SmtpSender session() {
        return new SmtpSender(relay());
    }

    /** Its mails, for who hears of them. */
    public SentMails sentMails() {
        return new SentMails(jdbc, clock);
    }

    /** One that sends by itself. */
    MailDelivery delivery(MailPump pump) {
        MailDelivery delivery = new MailDelivery(pump, wakeUp, true);
        running.add(delivery);
        delivery.start();
        return delivery;
    }

    static final MailBatch BATCH = new MailBatch(CUSTOMER, KIND, 7);

    void hold() {
        transactions.executeWithoutResult(status -> batches.hold(BATCH));
    }

    void release() {
        transactions.executeWithoutResult(status -> batches.release(BATCH));
    }

    SweepMails sweep(MailPump pump) {
        return new SweepMails(stuck, batches, pump, wakeUp, new Throughput(8, 0, 0), meters);
    }

    public void enqueue(List<MailRequest> requests) {
        transactions.executeWithoutResult(status -> outbox.enqueue(requests));
    }

    /** Enqueues mails to person1, person2 … about subjects of these numbers. */
    void enqueue(int from, int to) {
        enqueue(requests(from, to));
    }

    static List<MailRequest> requests(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> request(i, "person" + i + "@example.com"))
                .toList();
    }

    static MailRequest request(long subject, String to) {
        return new MailRequest(CUSTOMER, KIND, 7, subject, 1, EmailAddress.of(to), "사람 " + subject, Language.KO);
    }

    Delivery delivery(long subject) {
        return delivery(CUSTOMER, subject);
    }

    public Delivery delivery(CustomerId customer, long subject) {
        Delivery found = deliveries.latestFor(customer, KIND, List.of(subject)).get(subject);
        if (found == null) {
            throw new AssertionError("no mail about " + subject);
        }
        return found;
    }

    DeliveryCounts counts() {
        return deliveries.countsForBatch(CUSTOMER, KIND, 7);
    }

    @Override
    public void close() {
        running.forEach(MailDelivery::stop);
        pumps.forEach(PostOffice::stop);
    }

    private static void stop(MailPump pump) {
        try {
            pump.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static final class NobodyIsClosed implements ClosedAddresses {

        @Override
        public String reason(String customer, String emailKey) {
            return "null::text";
        }

        @Override
        public String words(String reason) {
            throw new AssertionError(reason);
        }

        @Override
        public void bounced(List<Bounce> bounces) {
            // written to all the same
        }
    }

    /** Writes every mail with a link of its own; those to a name with "gone" have nothing to say any more. */
    static final class Letters implements MailComposer {

        private static final String NAME = MailTemplate.slot("name");

        private final MailTemplate template = MailTemplate.build(new MailContent(
                "한빛호텔",
                SETTINGS.from(),
                null,
                "",
                NAME + "님, 초대했어요",
                NAME + "님\n" + MailTemplate.slot("link") + "\n",
                "<p>" + NAME + "</p><a href=\"" + MailTemplate.slot("link") + "\">수락</a>\n"));

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public List<Composition> compose(List<QueuedMail> mails) {
            return mails.stream().map(this::compose).toList();
        }

        private Composition compose(QueuedMail mail) {
            if (mail.to().value().startsWith("gone")) {
                return new Composition.Obsolete(mail.mailId(), "it was cancelled");
            }
            if (mail.to().value().startsWith("poison")) {
                throw new IllegalStateException("cannot be written");
            }
            return new Composition.Ready(
                    mail.mailId(),
                    template.fill(
                            mail,
                            Map.of("name", mail.toName(), "link", "https://chodae.example/i/" + mail.subjectId())));
        }
    }
}
