package io.chodae.suppression;

import io.chodae.mail.MailRequest;
import io.chodae.mail.PostOffice;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.Secrets;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Post offices as the server has them: with return paths, and with a list of whom not to write to. */
public final class ReturnOffice {

    static final CustomerId HOTEL = new CustomerId(77);
    static final String RETURN_DOMAIN = "bounce.chodae.example";

    private static final Secrets SECRETS = new Secrets(new byte[32], new SecureRandom());

    private ReturnOffice() {}

    /** @param returnDomain empty: all mails have the same sender in the envelope */
    public static PostOffice open(DataSource database, Clock clock, int relayPort, String returnDomain) {
        return new PostOffice(
                database,
                clock,
                relayPort,
                new SuppressionStore(JdbcClient.create(database), clock),
                new ReturnPaths(SECRETS, returnDomain));
    }

    /** What takes in the mails that come back to {@link #RETURN_DOMAIN}, on a free port. */
    static BounceReceiver receiver(PostOffice office, Clock clock) {
        TakeReport takeReport =
                new TakeReport(office.transactions, office.sentMails(), new SuppressionStore(office.jdbc, clock));
        try {
            return new BounceReceiver(
                    new ReturnPaths(SECRETS, RETURN_DOMAIN),
                    takeReport,
                    new ReturnMetrics(office.meters),
                    PostOffice.SETTINGS,
                    0,
                    "127.0.0.1");
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void addCustomer(PostOffice office, CustomerId customer) {
        office.jdbc.sql("""
                        insert into customer (customer_id, external_id, name, created_at)
                        values (:id, 'C' || :id, 'x', now())""").param("id", customer.value()).update();
    }

    /** A mail of this customer about a subject. */
    static void enqueue(PostOffice office, CustomerId customer, long subject, String to) {
        office.enqueue(List.of(
                new MailRequest(customer, PostOffice.KIND, 7, subject, 1, EmailAddress.of(to), "Jo", Language.EN)));
    }
}
