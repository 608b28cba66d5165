package io.chodae.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has claimed mails written by the composers of their kinds, many at once. */
@Component
class Composing {

    private static final Logger LOG = LoggerFactory.getLogger(Composing.class);

    private static final int TOO_MANY = 3;

    private final ObjectProvider<MailComposer> composers;
    private final Signatures signatures;
    private final EnvelopeSenders envelopes;

    Composing(ObjectProvider<MailComposer> composers, Signatures signatures, EnvelopeSenders envelopes) {
        this.composers = composers;
        this.signatures = signatures;
        this.envelopes = envelopes;
    }

    /** What each mail came to; mails that could not be written are left out. */
    Map<Claimed, Composition> compose(List<Claimed> mails) {
        Map<String, MailComposer> byKind =
                composers.stream().collect(Collectors.toMap(MailComposer::kind, Function.identity()));
        Map<Claimed, Composition> all = HashMap.newHashMap(mails.size());
        mails.stream()
                .collect(Collectors.groupingBy(claimed -> claimed.mail().kind()))
                .forEach((kind, own) -> {
                    MailComposer composer = byKind.get(kind);
                    if (composer == null) {
                        LOG.error("{} mails are of the kind {}, which nobody composes", own.size(), kind);
                    } else {
                        all.putAll(compose(composer, own));
                    }
                });
        all.entrySet().removeIf(one -> {
            Optional<Composition> signed = signed(one.getKey(), one.getValue());
            signed.ifPresentOrElse(
                    one::setValue,
                    () -> LOG.info(
                            "mail {} is written anew: its sender has changed",
                            one.getKey().mail().mailId()));
            return signed.isEmpty();
        });
        all.replaceAll((claimed, composition) -> inItsEnvelope(claimed.mail(), composition));
        return all;
    }

    private Composition inItsEnvelope(QueuedMail mail, Composition composition) {
        String sender = envelopes.of(mail);
        return sender != null && composition instanceof Composition.Ready ready
                ? new Composition.Ready(ready.mailId(), ready.message().returnedTo(sender))
                : composition;
    }

    /** Empty where it comes from a domain that was the customer's a moment ago. */
    private Optional<Composition> signed(Claimed claimed, Composition composition) {
        return switch (composition) {
            case Composition.Obsolete obsolete -> Optional.of(obsolete);
            case Composition.Ready ready ->
                signatures
                        .signed(claimed.mail(), ready.message())
                        .map(message -> new Composition.Ready(ready.mailId(), message));
        };
    }

    /** Where one mail spoils a batch, the others are composed by themselves. */
    private static Map<Claimed, Composition> compose(MailComposer composer, List<Claimed> mails) {
        try {
            Map<Long, Composition> found = new HashMap<>();
            composer.compose(mails.stream().map(Claimed::mail).toList())
                    .forEach(composition -> found.put(composition.mailId(), composition));
            Map<Claimed, Composition> result = HashMap.newHashMap(mails.size());
            mails.stream()
                    .filter(claimed -> found.containsKey(claimed.mail().mailId()))
                    .forEach(claimed -> result.put(
                            claimed,
                            Objects.requireNonNull(found.get(claimed.mail().mailId()))));
            return result;
        } catch (RuntimeException e) {
            LOG.error("{} mails of the kind {} cannot be composed", mails.size(), composer.kind(), e);
            return mails.size() == 1 ? Map.of() : oneByOne(composer, mails);
        }
    }

    /** Until it is plain that it is not one mail that spoils the others. */
    private static Map<Claimed, Composition> oneByOne(MailComposer composer, List<Claimed> mails) {
        Map<Claimed, Composition> result = new HashMap<>();
        int spoilt = 0;
        for (Claimed claimed : mails) {
            Map<Claimed, Composition> one = compose(composer, List.of(claimed));
            result.putAll(one);
            spoilt += one.isEmpty() ? 1 : 0;
            if (spoilt == TOO_MANY) {
                break;
            }
        }
        return result;
    }
}
