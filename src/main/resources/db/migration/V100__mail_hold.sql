-- A batch whose mails are not to be begun for now, those enqueued later among them. The claim asks this table, so that
-- a hold counts from its commit on; the state of the rows is brought after it in chunks.
create table mail_hold (
    customer_id bigint      not null references customer (customer_id),
    kind        text        not null,
    batch_id    bigint      not null,
    since       timestamptz not null,
    primary key (customer_id, kind, batch_id)
);
alter table mail drop constraint mail_state_check;
alter table mail add constraint mail_state_check
    check (state in ('queued', 'sending', 'held', 'sent', 'deferred', 'failed', 'obsolete'));
create index mail_held on mail (customer_id, kind, batch_id) where state = 'held';

-- when somebody asked for a failed mail to be tried anew: attempts and the days of trying count from here
alter table mail add column asked_again_at timestamptz;
