package io.chodae.campaign;

import io.chodae.bizkit.BizKit;
import io.chodae.bizkit.BizKits;
import io.chodae.invitation.Invitee;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Test mails that were asked for, for whoever writes them. */
@Component
public class TestMails {

    private final JdbcClient jdbc;
    private final DraftJson json;
    private final OfferOfDraft offers;
    private final BizKits kits;

    TestMails(JdbcClient jdbc, DraftJson json, OfferOfDraft offers, BizKits kits) {
        this.jdbc = jdbc;
        this.json = json;
        this.offers = offers;
        this.kits = kits;
    }

    /** Those of this customer that are still there. */
    @Transactional(readOnly = true)
    public List<TestMail> byIds(CustomerId customer, Collection<Long> ids) {
        BizKit kit = kits.get(customer);
        return jdbc.sql("""
                        select * from test_mail
                        where customer_id = :customer and test_id = any (:ids::bigint[])""")
                .param("customer", customer.value())
                .param("ids", ids.toArray(Long[]::new))
                .query((rs, row) -> map(rs, kit))
                .list();
    }

    private TestMail map(ResultSet rs, BizKit kit) throws SQLException {
        Language language = Language.valueOf(rs.getString("language"));
        return new TestMail(
                rs.getLong("test_id"),
                kit,
                offers.preview(kit.customer(), json.content(rs.getString("content"))),
                new Invitee(EmailAddress.of(rs.getString("to_email")), rs.getString("to_name"), null, null, language),
                rs.getTimestamp("requested_at").toInstant().plus(kit.invitationLifetime()));
    }
}
