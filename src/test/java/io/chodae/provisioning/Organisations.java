package io.chodae.provisioning;

import io.chodae.audit.Actor;
import io.chodae.capture.Captures.Organisation;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What organisations ask for, and what the tables say of it. */
public class Organisations {

    public static final String PASSWORD = "맑은 하늘 아래 한빛호텔";

    private final CreateDirectoryUser create;
    private final SetConflictPolicy setPolicy;
    private final JdbcClient jdbc;

    Organisations(CreateDirectoryUser create, SetConflictPolicy setPolicy, JdbcClient jdbc) {
        this.create = create;
        this.setPolicy = setPolicy;
        this.jdbc = jdbc;
    }

    public static NewDirectoryUser minji(EmailAddress email) {
        return new NewDirectoryUser(email.value(), "민지", "김", "", Language.KO, "", false, null);
    }

    static NewDirectoryUser numbered(EmailAddress email, String externalId) {
        return new NewDirectoryUser(email.value(), "민지", "김", "", Language.KO, externalId, false, null);
    }

    void policy(CustomerId customer, ConflictRule rule, int followUps, AfterFollowUps after) {
        setPolicy.set(customer, new ConflictPolicy(rule, followUps, after), Actor.system());
    }

    CreateUserResult create(Organisation of, NewDirectoryUser user) {
        return create.create(of.customer(), user, ConflictHandling.POLICY, of.actor());
    }

    /** A user whose address was free. */
    public DirectoryUser created(Organisation of, NewDirectoryUser user) {
        return ((CreateUserResult.Created) create(of, user)).user();
    }

    /** What the trail says of the organisation, oldest first. */
    List<String> trail(CustomerId customer) {
        return jdbc.sql("select action from audit_event where customer_id = :customer order by audit_id")
                .param("customer", customer.value())
                .query((row, number) -> row.getString("action"))
                .list();
    }

    /** Mails about invitations to become managed that were written to the address. */
    int mails(EmailAddress email) {
        return jdbc.sql("select coalesce(sum(mails_sent), 0) from user_invitation where email_key = :key")
                .param("key", email.key())
                .query(Integer.class)
                .single();
    }
}
