-- What an organisation writes about accounts that it manages, beside what the account itself holds. An account without
-- a row has none of it and is at its first version.
create table directory_user (
    customer_id bigint      not null references customer (customer_id),
    account_id  bigint      not null references account (account_id) on delete cascade,
    given_name  text        not null default '',
    family_name text        not null default '',
    -- the number that the organisation's own system has for the person
    external_id text        not null default '',
    -- counts every change that an administrator can see, whoever made it
    version     bigint      not null default 1,
    updated_at  timestamptz not null,
    primary key (customer_id, account_id)
);

create unique index directory_user_external on directory_user (customer_id, external_id) where external_id <> '';

create index account_managed_by_time on account (managed_by, created_at, account_id) where managed_by is not null;

-- When somebody last signed in by themselves; of an account without a row nobody knows.
create table last_sign_in (
    account_id bigint      primary key references account (account_id) on delete cascade,
    at         timestamptz not null
);
