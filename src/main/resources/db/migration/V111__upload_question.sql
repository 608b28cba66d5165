-- A list whose reading would drop what operators corrected or left out by hand waits for their yes.
alter table roster_upload drop constraint roster_upload_state_check;
alter table roster_upload add constraint roster_upload_state_check
    check (state in ('STORING', 'WAITING', 'READING', 'READ', 'PROBLEM', 'ASKING'));
alter table roster_upload
    -- how many such rows the operator saw when he said yes: more than these are asked about again
    add column may_lose int not null default 0,
    -- whether that yes forgets columns that were chosen by hand
    add column forgets boolean not null default false;
