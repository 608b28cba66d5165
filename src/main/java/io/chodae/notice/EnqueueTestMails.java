package io.chodae.notice;

import io.chodae.campaign.TestMailRequested;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.mail.MailRequest;
import io.chodae.mail.Outbox;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Queues a test mail to the address of the account that asked for it; no other can be named. */
@Component
class EnqueueTestMails {

    private final Outbox outbox;
    private final Accounts accounts;

    EnqueueTestMails(Outbox outbox, Accounts accounts) {
        this.outbox = outbox;
        this.accounts = accounts;
    }

    @EventListener
    void on(TestMailRequested requested) {
        Account operator = accounts.find(requested.operator()).orElseThrow();
        outbox.enqueue(List.of(new MailRequest(
                requested.customer(),
                TestMailComposer.KIND,
                requested.draftId(),
                requested.testId(),
                1,
                operator.email(),
                operator.name(),
                requested.language())));
    }
}
