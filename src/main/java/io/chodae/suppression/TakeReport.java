package io.chodae.suppression;

import io.chodae.mail.Bounce;
import io.chodae.mail.MailKey;
import io.chodae.mail.SentMails;
import io.chodae.shared.EmailAddress;
import io.chodae.suppression.ReadReport.UnreadableReport;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down what a report that came back says about the mail that its return path names. The same report again
 * changes nothing; no mail is ever answered.
 */
@Component
class TakeReport {

    private final TransactionTemplate transaction;
    private final SentMails mails;
    private final SuppressionStore suppressions;

    TakeReport(TransactionTemplate transaction, SentMails mails, SuppressionStore suppressions) {
        this.transaction = transaction;
        this.mails = mails;
        this.suppressions = suppressions;
    }

    /** What was made of it; all but the first three change nothing. */
    enum Taken {
        /** The mail bounced, and its address is suppressed. */
        BOUNCED,
        /** A server gave up trying, which says nothing of the address. */
        GIVEN_UP,
        /** A server still tries; noted with the mail. */
        DELAYED,
        /** It arrived, or left for where no reports come from. */
        DELIVERED,
        /** Was taken before, or the mail has ended otherwise. */
        REPEATED,
        NO_REPORT,
        UNREADABLE,
        OTHER_RECIPIENT,
        UNKNOWN_MAIL
    }

    Taken take(MailKey mail, byte[] content) {
        List<RecipientReport> reports;
        try {
            reports = ReadReport.read(content);
        } catch (UnreadableReport e) {
            return Taken.UNREADABLE;
        }
        return reports.isEmpty()
                ? Taken.NO_REPORT
                : transaction.execute(status ->
                        mails.recipient(mail).map(to -> take(mail, to, reports)).orElse(Taken.UNKNOWN_MAIL));
    }

    private Taken take(MailKey mail, EmailAddress to, List<RecipientReport> reports) {
        Optional<RecipientReport> own =
                reports.stream().filter(report -> report.isAbout(to.key())).findFirst();
        return own.map(report -> take(mail, to, report)).orElse(Taken.OTHER_RECIPIENT);
    }

    private Taken take(MailKey mail, EmailAddress to, RecipientReport report) {
        return switch (report.action()) {
            case FAILED -> report.status().isPermanent() ? bounced(mail, to, report) : givenUp(mail, report);
            case DELAYED -> mails.delayed(mail, report.words()) ? Taken.DELAYED : Taken.REPEATED;
            case DELIVERED, RELAYED, EXPANDED -> Taken.DELIVERED;
        };
    }

    private Taken bounced(MailKey mail, EmailAddress to, RecipientReport report) {
        if (!mails.bounced(mail, report.words())) {
            return Taken.REPEATED;
        }
        suppressions.bounced(List.of(new Bounce(mail.customer(), to, report.words())));
        return Taken.BOUNCED;
    }

    private Taken givenUp(MailKey mail, RecipientReport report) {
        return mails.givenUp(mail, report.words()) ? Taken.GIVEN_UP : Taken.REPEATED;
    }
}
