package io.chodae.notice;

import io.chodae.capture.TransferRules;
import io.chodae.directory.Customers;
import io.chodae.directory.DomainLocks;
import io.chodae.directory.LockedDomain;
import io.chodae.directory.VerifiedDomains;
import io.chodae.mail.RenderedMail;
import io.chodae.notice.TransferTemplates.Words;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows the very mails that follow a transfer request, as somebody with a made-up name would read them. */
@Component
public class TransferPreview {

    private final TransferTemplates templates;
    private final Customers customers;
    private final VerifiedDomains domains;
    private final DomainLocks locks;
    private final Links links;
    private final MailTimes times;
    private final Clock clock;

    TransferPreview(
            TransferTemplates templates,
            Customers customers,
            VerifiedDomains domains,
            DomainLocks locks,
            Links links,
            MailTimes times,
            Clock clock) {
        this.templates = templates;
        this.customers = customers;
        this.domains = domains;
        this.locks = locks;
        this.links = links;
        this.times = times;
        this.clock = clock;
    }

    /** The reminder, by these rules; the link in it is visibly a sample and opens nothing. */
    public RenderedMail reminder(CustomerId customer, TransferRules rules, Language language) {
        Integer days = rules.deadlineDays();
        int left = days == null
                ? 0
                : days
                        - (rules.reminderDays().isEmpty()
                                ? 0
                                : rules.reminderDays().getFirst());
        return render(MailKind.TRANSFER_REMINDER, customer, rules, days != null, rules.evicts(), left, language);
    }

    /** The last notice, as if these rules took addresses back. */
    public RenderedMail notice(CustomerId customer, TransferRules rules, Language language) {
        return render(MailKind.TRANSFER_NOTICE, customer, rules, true, true, rules.noticeDays(), language);
    }

    private RenderedMail render(
            MailKind kind,
            CustomerId customer,
            TransferRules rules,
            boolean ends,
            boolean evicts,
            int daysLeft,
            Language language) {
        String domain = domains.of(customer).stream().findFirst().orElse("example.com");
        String contact = locks.contactFor(domain).map(LockedDomain::contact).orElse("");
        Words words = new Words(kind, domain, language, ends, evicts, evicts && rules.declinedToo(), false);
        String name = language == Language.KO ? "김초대" : "Alex Kim";
        EmailAddress email = EmailAddress.of("someone@example.com");
        return templates
                .build(customer, customers.find(customer).orElseThrow().name(), contact, words)
                .preview(
                        email,
                        name,
                        Map.of(
                                "name",
                                name,
                                "email",
                                email.value(),
                                "link",
                                links.sampleTransfer(),
                                "until",
                                times.format(clock.instant().plus(Duration.ofDays(daysLeft)), language),
                                "stop",
                                links.sampleStopMails()));
    }
}
