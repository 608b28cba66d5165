package io.chodae.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says at the start where nothing but a trigger keeps the application's role from changing the audit trail. */
@Component
class AuditProtection {

    private static final Logger log = LoggerFactory.getLogger(AuditProtection.class);

    private final JdbcClient jdbc;

    AuditProtection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        Found found = found();
        if (found.byTriggerOnly()) {
            log.warn(
                    "The audit trail is protected by a trigger only, for the application works as its owner '{}': set"
                            + " spring.flyway.user and spring.flyway.password to the owner of the tables, and"
                            + " spring.datasource.username to a second role without rights of its own.",
                    found.role());
        }
    }

    /** True of an owner, of who may become one, and of a superuser too. */
    private Found found() {
        return jdbc.sql("""
                        select current_user as role,
                               pg_has_role(c.relowner, 'member')
                               or has_table_privilege(c.oid, 'update, delete, truncate') as may_change
                          from pg_class c
                         where c.oid = to_regclass('audit_event')
                        """)
                .query((row, number) -> new Found(row.getString("role"), row.getBoolean("may_change")))
                .single();
    }

    private record Found(String role, boolean byTriggerOnly) {}
}
