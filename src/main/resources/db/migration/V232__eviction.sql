-- Addresses that a customer never takes back from the accounts of people, whatever its rules say.
create table eviction_exception (
    customer_id bigint      not null references customer (customer_id),
    email_key   text        not null,
    email       text        not null,
    note        text        not null default '',
    added_at    timestamptz not null,
    primary key (customer_id, email_key)
);

-- tells one mail about an eviction from the next
create sequence eviction_number;
