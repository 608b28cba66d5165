package io.chodae.notice;

import io.chodae.mail.Composition;
import io.chodae.mail.MailComposer;
import io.chodae.mail.QueuedMail;
import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the mails of one customer at a time, since every query names one. */
abstract class CustomerComposer implements MailComposer {

    @Override
    public List<Composition> compose(List<QueuedMail> queued) {
        return queued.stream().collect(Collectors.groupingBy(QueuedMail::customer)).entrySet().stream()
                .flatMap(own -> compose(own.getKey(), own.getValue()).stream())
                .toList();
    }

    abstract List<Composition> compose(CustomerId customer, List<QueuedMail> own);
}
