package io.chodae.campaign;

import io.chodae.bizkit.BizKit;
import io.chodae.bizkit.BizKits;
import io.chodae.bizkit.Offer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the mail still is what was looked at. The draft's version tells of its own edits; what the mail shows of the
 * Biz Service, the group and the Plays is changed elsewhere.
 */
@Component
class PreviewMark {

    private final JdbcClient jdbc;
    private final BizKits kits;
    private final OfferOfDraft offers;

    PreviewMark(JdbcClient jdbc, BizKits kits, OfferOfDraft offers) {
        this.jdbc = jdbc;
        this.kits = kits;
        this.offers = offers;
    }

    /** Remembers what the mail shows now. */
    void set(Draft draft) {
        jdbc.sql("""
                        update draft set previewed_mark = :mark
                        where customer_id = :customer and draft_id = :draft""")
                .param("mark", mark(draft))
                .param("customer", draft.customer().value())
                .param("draft", draft.id())
                .update();
    }

    /** Whether the mail would show the same as at the last look. */
    boolean holds(Draft draft) {
        return jdbc.sql("""
                        select count(*) from draft
                        where customer_id = :customer and draft_id = :draft and previewed_mark = :mark""")
                        .param("mark", mark(draft))
                        .param("customer", draft.customer().value())
                        .param("draft", draft.id())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private UUID mark(Draft draft) {
        BizKit kit = kits.get(draft.customer());
        Offer offer = offers.preview(draft.customer(), draft.content());
        String shown = List.of(
                        Objects.toString(kit.serviceName()),
                        Objects.toString(kit.serviceDescription()),
                        Objects.toString(kit.iconEtag()),
                        kit.invitationLifetime().toString(),
                        Objects.toString(offer.groupName()),
                        offer.plays().toString())
                .toString();
        return UUID.nameUUIDFromBytes(shown.getBytes(StandardCharsets.UTF_8));
    }
}
