-- Reminders: so many days before the end, at most two. The one that comes first stands first.
alter table biz_kit add column reminder_days int[] not null default '{}'
    check (cardinality(reminder_days) <= 2 and 1 <= all (reminder_days) and 29 >= all (reminder_days));

alter table invitation
    -- how many of the link's reminders are behind it, sent or passed over because it was too short a time
    add column reminders_done smallint not null default 0,
    add column reminded_at timestamptz,
    -- when its person, whose link is over, asked for a new one; until an operator has dealt with it
    add column link_asked_at timestamptz;

create index invitation_to_remind on invitation (customer_id, reminders_done, expires_at) where state = 'INVITED';
create index invitation_link_asked on invitation (customer_id, link_asked_at) where link_asked_at is not null;

-- since when nobody can come to this customer any more, by the will of who runs the server
alter table customer add column suspended_at timestamptz;
