-- An account is a consumer's, or managed by one customer.
alter table account
    add column domain text not null generated always as (substring(email_key from '[^@]*$')) stored,
    add column managed_by bigint references customer (customer_id),
    add column managed_since timestamptz,
    -- by who manages it; disabled_at is the server's own
    add column suspended_at timestamptz,
    add check ((managed_by is null) = (managed_since is null)),
    add check (suspended_at is null or managed_by is not null);

comment on column account.domain is 'The part of the key behind the @: an A-label, lower case.';
comment on column account.managed_by is 'The customer that manages the account; null: a consumer account.';

create index account_consumer on account (domain, email_key) where managed_by is null;
create index account_managed on account (managed_by, email_key) where managed_by is not null;
