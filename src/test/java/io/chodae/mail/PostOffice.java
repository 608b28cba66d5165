package io.chodae.mail;

import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.Secrets;
import io.chodae.testing.TestClock;
import io.chodae.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real outbox and pumps on a real database, put together by hand so that a test can have two of them. */
final class PostOffice implements AutoCloseable {

    static final CustomerId CUSTOMER = new CustomerId(0);
    static final String KIND = "invitation";

    static final MailSettings SETTINGS = new MailSettings(
            "Chodae", EmailAddress.of("no-reply@chodae.example"), URI.create("https://chodae.example"));

    /** Test databases are young: their start tells nothing. */
    static final LeaseTimes LEASES = new LeaseTimes(Duration.ofSeconds(30), Duration.ZERO);

    final WakeUp wakeUp = new WakeUp();
    final MeterRegistry meters = new SimpleMeterRegistry();
    final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    final MailProperties relay = new MailProperties();
    String startTls = "";
    final JdbcClient jdbc;
    final TransactionTemplate transactions;
    final MailStore store;
    final OwnSenders senders;
    final Outbox outbox;
    final Deliveries deliveries;
    final BatchControl batches;
    final StuckMails stuck;
    final ReturnPaths returnPaths;
    private final Clock clock;
    private final List<MailPump> pumps = new ArrayList<>();
    private final List<MailDelivery> running = new ArrayList<>();

    PostOffice(TestClock clock, int relayPort) {
        this(TestDatabase.fresh(), clock, relayPort);
    }

    /** Who may change the tables themselves. */
    JdbcClient owner() {
        return TestDatabase.owner(jdbc.sql("select current_database()")
                .query((row, number) ->
                        row.getStatement().getConnection().getMetaData().getURL())
                .single());
    }

    PostOffice(DataSource database, Clock clock, int relayPort) {
        this(database, clock, relayPort, "");
    }

    /** @param returnDomain empty: all mails have the same sender in the envelope */
    PostOffice(DataSource database, Clock clock, int relayPort, String returnDomain) {
        this.clock = clock;
        jdbc = JdbcClient.create(database);
        transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        Secrets secrets = new Secrets(new byte[32], new SecureRandom());
        returnPaths = new ReturnPaths(secrets, returnDomain);
        store = new MailStore(jdbc, clock, secrets, SETTINGS, LEASES, new SuppressionStore(jdbc, clock));
        senders = new OwnSenders(new SendingKeyStore(jdbc), SETTINGS, secrets, clock);
        outbox = new Outbox(jdbc, clock, wakeUp);
        deliveries = new Deliveries(jdbc);
        batches = new BatchControl(jdbc, clock, wakeUp, new BatchChunks(jdbc, clock));
        stuck = new StuckMails(jdbc, clock, LEASES);
        relay.setHost("127.0.0.1");
        relay.setPort(relayPort);
        beans.addBean("letters", new Letters());
    }

    /** As a node does that dies right after it. */
    List<Claimed> claim(int mails) {
        return store.claim(Lane.PROMPT, mails, true, clock.instant().plus(LEASES.length()));
    }

    MailPump pump(int sessions) {
        return pump(new Throughput(sessions, 0, 0));
    }

    MailPump pump(Throughput throughput) {
        MailPump pump = new MailPump(
                store,
                new HourLimit(store, jdbc, transactions, clock, relay(), throughput),
                new Composing(beans.getBeanProvider(MailComposer.class), senders, returnPaths),
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

    /** What takes in the mails that come back, on a free port. */
    BounceReceiver receiver() {
        TakeReport takeReport =
                new TakeReport(transactions, new ReportStore(jdbc, clock), new SuppressionStore(jdbc, clock));
        try {
            return new BounceReceiver(
                    returnPaths, takeReport, new MailMetrics(meters, store), SETTINGS, 0, "127.0.0.1");
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
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

    void enqueue(List<MailRequest> requests) {
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

    Delivery delivery(CustomerId customer, long subject) {
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
