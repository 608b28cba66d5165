package io.chodae.bizkit;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.bizkit.LockUsers.Locked;
import io.chodae.shared.CustomerId;
import io.chodae.shared.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes what the publisher calls a person by. E-mail and phone are those of the invitation and stay. */
@Component
public class ChangeUser {

    private static final int MAX_TEXT = 100;

    private final JdbcClient jdbc;
    private final LockUsers lock;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    ChangeUser(JdbcClient jdbc, LockUsers lock, AuditTrail audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    public ChangeUserResult change(CustomerId customer, long userId, String name, String extraInfo, Actor actor) {
        String cleanName = PlainText.oneLine(name);
        String cleanInfo = PlainText.oneLine(extraInfo);
        List<Fault> faults = new ArrayList<>();
        FieldChecks.required("name", cleanName, MAX_TEXT, faults);
        FieldChecks.atMost("extraInfo", cleanInfo, MAX_TEXT, faults);
        if (!faults.isEmpty()) {
            return new ChangeUserResult.Faults(faults);
        }
        List<Locked> user = lock.lock(customer, List.of(userId));
        if (user.isEmpty()) {
            return new ChangeUserResult.Gone();
        }
        int changed = jdbc.sql("""
                        update enrolled_user set name = :name, extra_info = :extraInfo
                        where customer_id = :customer and user_id = :user and left_at is null
                          and (name, coalesce(extra_info, '')) is distinct from (:name, :extraInfo)
                        """)
                .param("customer", customer.value())
                .param("user", userId)
                .param("name", cleanName)
                .param("extraInfo", cleanInfo)
                .update();
        if (changed == 1) {
            audit.record(
                    customer,
                    actor,
                    "user.changed",
                    "user",
                    String.valueOf(userId),
                    Map.of("name", cleanName, "extraInfo", cleanInfo));
            events.publishEvent(
                    new UserChanged(customer, userId, user.getFirst().account()));
        }
        return new ChangeUserResult.Saved();
    }
}
