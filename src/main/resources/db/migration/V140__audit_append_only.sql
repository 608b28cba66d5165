-- The audit trail only grows. Whoever owns the table is held by these triggers; the application's own role, where it
-- has one, lacks the rights as well, and cannot drop or disable what it does not own.
create function refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception 'rows of % are only ever added', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger audit_event_only_grows
    before update or delete
    on audit_event
    for each statement
execute function refuse_change();

create trigger audit_event_is_never_emptied
    before truncate
    on audit_event
    for each statement
execute function refuse_change();

-- Gives the application's role what it needs and no more: to be called after each migration, by the owner of the
-- tables. Many nodes may start at once, and two grants on one table at a time would fail.
create function grant_to_application(application text) returns void
    language plpgsql as
$$
declare
    home text := current_schema();
begin
    perform pg_advisory_xact_lock(hashtextextended('grant_to_application', 0));
    execute format('grant usage on schema %I to %I', home, application);
    execute format('grant select, insert, update, delete on all tables in schema %I to %I', home, application);
    execute format('grant usage, select on all sequences in schema %I to %I', home, application);
    execute format('revoke update, delete, truncate, references, trigger on %I.audit_event from %I', home, application);
    execute format('revoke insert, update, delete on %I.flyway_schema_history from %I', home, application);
    execute format(
        'alter default privileges in schema %I grant select, insert, update, delete on tables to %I', home, application);
    execute format('alter default privileges in schema %I grant usage, select on sequences to %I', home, application);
end
$$;

revoke execute on function grant_to_application(text) from public;
