-- when the last attempt ended, however it ended: a report tells the time of a refusal too
alter table mail add column tried_at timestamptz;
