-- A temporary table is found before every other one of its name: who may make one called audit_event, which everybody
-- may by default, would have the application write its trail into that. Only the owner of the database can forbid it;
-- where somebody else migrates, the server says so at its start.
create or replace function grant_to_application(application text) returns void
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
    if has_database_privilege(application, current_database(), 'temporary')
       and pg_has_role((select datdba from pg_database where datname = current_database()), 'usage') then
        execute format('revoke temporary on database %I from public, %I', current_database(), application);
    end if;
end
$$;
