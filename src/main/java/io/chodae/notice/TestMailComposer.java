package io.chodae.notice;

import io.chodae.campaign.TestMail;
import io.chodae.campaign.TestMails;
import io.chodae.mail.Composition;
import io.chodae.mail.QueuedMail;
import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes an operator the mail that somebody would get: same template, marked as a test, with a link to nowhere. */
@Component
class TestMailComposer extends CustomerComposer {

    static final String KIND = "test-invitation";

    private final TestMails testMails;
    private final OfferMails mails;
    private final Links links;
    private final MailTimes times;

    TestMailComposer(TestMails testMails, OfferMails mails, Links links, MailTimes times) {
        this.testMails = testMails;
        this.mails = mails;
        this.links = links;
        this.times = times;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    List<Composition> compose(CustomerId customer, List<QueuedMail> queued) {
        Map<Long, TestMail> found =
                testMails
                        .byIds(
                                customer,
                                queued.stream().map(QueuedMail::subjectId).toList())
                        .stream()
                        .collect(Collectors.toMap(TestMail::id, Function.identity()));
        return queued.stream()
                .map(mail -> {
                    TestMail test = found.get(mail.subjectId());
                    return test == null
                            ? new Composition.Obsolete(mail.mailId(), "its draft is gone")
                            : ready(mail, test);
                })
                .toList();
    }

    private Composition ready(QueuedMail mail, TestMail test) {
        return new Composition.Ready(
                mail.mailId(),
                mails.test(InvitationContent.of(test.offer()), test.kit(), mail.language())
                        .fill(
                                mail,
                                Map.of(
                                        "name", test.invitee().name(),
                                        "email", test.invitee().email().value(),
                                        "link", links.sampleInvitation(),
                                        "until", times.format(test.expiresAt(), mail.language()),
                                        "stop", links.sampleStopMails())));
    }
}
