create table password_credential (
    account_id    bigint      primary key references account (account_id),
    password_hash text        not null,
    changed_at    timestamptz not null
);

create table external_identity (
    issuer     text        not null,
    subject    text        not null,
    account_id bigint      not null references account (account_id),
    linked_at  timestamptz not null,
    primary key (issuer, subject)
);

create index external_identity_by_account on external_identity (account_id);

create table operator (
    customer_id bigint      not null references customer (customer_id),
    account_id  bigint      not null references account (account_id),
    role        text        not null check (role in ('OWNER', 'OPERATOR', 'VIEWER')),
    granted_at  timestamptz not null,
    primary key (customer_id, account_id)
);

create index operator_by_account on operator (account_id);

-- The id is drawn before the row is written, because the token's hash is derived from it.
create sequence account_link_id;

create table account_link (
    link_id    bigint      primary key,
    purpose    text        not null check (purpose in ('verify', 'reset', 'setup')),
    account_id bigint      references account (account_id),
    token_hash bytea       not null unique,
    created_at timestamptz not null,
    expires_at timestamptz,
    used_at    timestamptz
);

create index account_link_unused on account_link (account_id, purpose) where used_at is null;

-- Leaky buckets, shared by all nodes. The key is a MAC, so that the table names neither people nor networks.
create table attempt_counter (
    counter_key  text             primary key,
    level        double precision not null,
    counted_at   timestamptz      not null,
    paused_until timestamptz      not null
);

create index attempt_counter_by_time on attempt_counter (counted_at);

-- The keys that sign id tokens, sealed under the server's master key.
create table signing_key (
    key_id     text        primary key,
    sealed_jwk bytea       not null,
    created_at timestamptz not null,
    retired_at timestamptz
);
