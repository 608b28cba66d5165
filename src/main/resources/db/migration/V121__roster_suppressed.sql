-- People of a list whose address the publisher does not write to: it bounced, which an operator may overrule by person,
-- or they asked for it, which nobody may.
alter table draft_row drop constraint draft_row_standing_check;
alter table draft_row add constraint draft_row_standing_check
    check (standing in ('ENROLLED', 'INVITED', 'BOUNCED', 'OPTED_OUT'));

alter table draft_row drop column ready;
alter table draft_row add column ready boolean not null generated always as
    (faults = '[]' and email_key is not null and duplicate_of is null and standing is distinct from 'ENROLLED'
        and standing is distinct from 'OPTED_OUT' and not left_out and not held) stored;

alter table draft add column rows_suppressed int not null default 0;
