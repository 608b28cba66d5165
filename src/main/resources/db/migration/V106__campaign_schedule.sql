-- A sending may wait for its time: the draft is frozen, and what it offers is made when the time has come.

alter table campaign drop constraint campaign_state_check;
alter table campaign add constraint campaign_state_check
    check (state in ('SCHEDULED', 'WRITING', 'PAUSED', 'WRITTEN', 'CANCELED', 'FAILED'));
alter table campaign alter column offer_id drop not null;
alter table campaign add column scheduled_for timestamptz;
alter table campaign add constraint campaign_has_offer check (offer_id is not null or state = 'SCHEDULED');
alter table campaign add constraint campaign_has_time check (scheduled_for is not null or state <> 'SCHEDULED');

-- where a draft came back because its time came and it could not be sent
alter table draft
    add column unsent_for timestamptz,
    add column unsent_why text;
