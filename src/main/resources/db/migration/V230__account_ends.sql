-- How an account loses its address: by being removed, or by eviction.
alter table account
    -- the row stays for the books, without a name, an address or a way to sign in
    add column deleted_at timestamptz,
    -- the address that an organisation took back; null again once the person has chosen another
    add column evicted_from text,
    add column evicted_from_key text,
    add column evicted_by bigint references customer (customer_id),
    add column evicted_at timestamptz,
    add check (deleted_at is null or disabled_at is not null),
    add check ((evicted_from is null) = (evicted_from_key is null)),
    add check ((evicted_from is null) = (evicted_by is null)),
    add check ((evicted_from is null) = (evicted_at is null));

-- people go on signing in with the address they know
create index account_evicted on account (evicted_from_key) where evicted_from_key is not null;
