package io.chodae.suppression;

import io.chodae.mail.MailKey;
import io.chodae.suppression.TakeReport.Taken;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.TooMuchDataException;

/** One mail that somebody wants to hand to us: taken for return paths of ours, and for nothing else. */
final class ReturnedDelivery implements MessageHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ReturnedDelivery.class);

    private static final int PATIENCE = 30;

    private final ReturnPaths paths;
    private final TakeReport takeReport;
    private final ReturnMetrics metrics;
    private final Set<MailKey> about = new LinkedHashSet<>();

    ReturnedDelivery(ReturnPaths paths, TakeReport takeReport, ReturnMetrics metrics) {
        this.paths = paths;
        this.takeReport = takeReport;
        this.metrics = metrics;
    }

    /** Reports have none; a report that has one is taken all the same. */
    @Override
    public void from(@Nullable String sender) {
        // nobody is answered
    }

    @Override
    public void recipient(String recipient) throws RejectException {
        Optional<MailKey> mail = paths.read(recipient);
        if (mail.isEmpty()) {
            metrics.count("forged");
            throw new RejectException(550, "5.1.1 No such address here");
        }
        about.add(mail.get());
    }

    @Override
    public @Nullable String data(InputStream in) throws RejectException, IOException {
        byte[] content = in.readNBytes(BounceReceiver.MOST_OCTETS + 1);
        if (content.length > BounceReceiver.MOST_OCTETS) {
            metrics.count("too_large");
            readOn(in);
            throw new RejectException(552, "5.3.4 Larger than any report");
        }
        for (MailKey mail : about) {
            take(mail, content);
        }
        return null;
    }

    /** To where the answer is due; who does not come to an end is hung up on. */
    private static void readOn(InputStream in) throws IOException {
        long rest = (long) PATIENCE * BounceReceiver.MOST_OCTETS;
        byte[] some = new byte[8192];
        for (int read = in.read(some); read >= 0; read = in.read(some)) {
            rest -= read;
            if (rest < 0) {
                throw new TooMuchDataException();
            }
        }
    }

    /** Where it cannot be written down now, the server before us keeps it and comes again. */
    private void take(MailKey mail, byte[] content) throws RejectException {
        try {
            Taken taken = takeReport.take(mail, content);
            metrics.count(taken.name().toLowerCase(Locale.ROOT));
            LOG.debug("What came back about mail {} was taken as {}", mail.mailId(), taken);
        } catch (RuntimeException e) {
            LOG.warn("What came back about mail {} cannot be written down: {}", mail.mailId(), e.toString());
            throw new RejectException(451, "4.3.0 Try again later");
        }
    }

    @Override
    public void done() {
        // nothing is kept open
    }
}
