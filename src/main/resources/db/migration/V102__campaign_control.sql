alter table campaign drop constraint campaign_state_check;
alter table campaign add constraint campaign_state_check
    check (state in ('SCHEDULED', 'WRITING', 'WRITTEN', 'FAILED', 'PAUSED', 'CANCELED'));

alter table campaign
    -- raised by every act; names the timers, so that one that is ending never stands in the way of the next
    add column acts int not null default 0,
    add column pause_cause text check (pause_cause in ('OPERATOR', 'FAILURES')),
    add column pause_by text,
    add column paused_at timestamptz,
    -- of a pause because of failures: how many mails had failed, of how many, and what the server said most often
    add column pause_failed int,
    add column pause_finished int,
    add column pause_reply text,
    add column canceled_at timestamptz,
    -- whether there is still something to wait for, written or mailed
    add column watched boolean not null default true,
    -- where the watch over failures counts from: an operator who goes on has seen those before
    add column seen_failed int not null default 0,
    add column seen_finished int not null default 0;

create index campaign_watched on campaign (customer_id, campaign_id) where watched;
