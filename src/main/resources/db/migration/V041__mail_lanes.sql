-- Two queues: 0 for mails that somebody waits for, 1 for those of a campaign, which go after.
alter table mail add column lane smallint not null default 1 check (lane in (0, 1));
drop index mail_due;
create index mail_due on mail (lane, next_attempt_at) where state in ('queued', 'sending', 'deferred');

-- rows are rewritten twice within seconds of being written, and then rest
alter table mail set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 1);
