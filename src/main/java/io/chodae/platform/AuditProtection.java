package io.chodae.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says at the start where nothing but a trigger keeps the application's role from changing the audit trail, and where it
 * could put another table before it.
 */
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
        } else if (found.mayHide()) {
            log.warn(
                    "The role '{}' may make temporary tables, and so one in place of the audit trail: have the owner of"
                            + " the database run REVOKE TEMPORARY ON DATABASE \"{}\" FROM PUBLIC, \"{}\".",
                    found.role(),
                    found.database(),
                    found.role());
        }
    }

    /** True of an owner, of who may become one, and of a superuser too. */
    private Found found() {
        return jdbc.sql("""
                        select current_user as role,
                               pg_has_role(c.relowner, 'member')
                               or has_table_privilege(c.oid, 'update, delete, truncate') as may_change,
                               current_database() as database,
                               has_database_privilege(current_database(), 'temporary') as may_hide
                          from pg_class c
                         where c.oid = to_regclass('audit_event')
                        """)
                .query((row, number) -> new Found(
                        row.getString("role"),
                        row.getBoolean("may_change"),
                        row.getString("database"),
                        row.getBoolean("may_hide")))
                .single();
    }

    private record Found(String role, boolean byTriggerOnly, String database, boolean mayHide) {}
}
