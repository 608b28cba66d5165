package io.chodae.identity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * While nobody can open the console, each start prints a one-time link for the first administrator. It is the only
 * link that may ever stand in a log: whoever reads the log runs the server anyway.
 */
@Component
class OfferSetUpLink {

    private static final Logger LOG = LoggerFactory.getLogger(OfferSetUpLink.class);

    private final Operators operators;
    private final AccountLinkStore links;
    private final String publicUrl;
    private final boolean demo;

    OfferSetUpLink(
            Operators operators,
            AccountLinkStore links,
            @Value("${chodae.public-url}") String publicUrl,
            @Value("${chodae.demo}") boolean demo) {
        this.operators = operators;
        this.links = links;
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
        this.demo = demo;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void offer() {
        if (demo || operators.anyone()) {
            return;
        }
        links.endAll(LinkPurpose.SETUP, null);
        long linkId = links.issue(LinkPurpose.SETUP, null);
        LOG.warn(
                "Nobody can open the console yet. Set up the first administrator here (works once): {}/setup/{}",
                publicUrl,
                links.token(LinkPurpose.SETUP, linkId).reveal());
    }
}
