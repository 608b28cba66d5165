alter table enrolled_user
    add column suspended_at timestamptz,
    add column ends_on      date;

comment on column enrolled_user.suspended_at is 'The publisher suspended the use: no Play is usable, the seat stays taken.';
comment on column enrolled_user.ends_on is 'Last day of the membership, in the site''s time zone.';

-- one index for each way the list is sorted; the address has one of its own, and newest first is the primary key
create index enrolled_by_name on enrolled_user (customer_id, lower(name), user_id) where left_at is null;
create index enrolled_by_group on enrolled_user (customer_id, coalesce(group_id, 0), user_id) where left_at is null;

-- what is looked for among very many and is rare
create index enrolled_suspended on enrolled_user (customer_id, user_id)
    where left_at is null and suspended_at is not null;
create index enrolled_by_play on enrolled_user (customer_id, user_id)
    where left_at is null and service_type = 'PLAY';

-- read by the timer for all customers at once
create index enrolled_ending on enrolled_user (ends_on, customer_id, user_id)
    where left_at is null and ends_on is not null;
