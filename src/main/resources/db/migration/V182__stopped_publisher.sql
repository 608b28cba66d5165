-- Held because the whole customer was stopped, not by an act on the batch: gone when the customer may go on.
alter table mail_hold add column stopped boolean not null default false;

-- when its person last asked for a new link, also where an operator has set that aside: once a day is enough
alter table invitation add column link_asked_last timestamptz;
