-- A Private Play as a client of the OpenID provider. A client brings nothing but its id, so that is unique of its own.
create table play_client (
    customer_id               bigint      not null,
    play_id                   bigint      not null,
    client_id                 text        not null unique,
    redirect_uris             text[]      not null check (cardinality(redirect_uris) > 0),
    post_logout_redirect_uris text[]      not null,
    secret_no                 int         not null default 1,
    secret_hash               text        not null,
    secret_made_at            timestamptz not null,
    -- the secret before it, for as long as it still works
    old_secret_hash           text,
    old_secret_until          timestamptz,
    enabled                   boolean     not null default true,
    created_at                timestamptz not null,
    primary key (customer_id, play_id),
    foreign key (customer_id, play_id) references private_play (customer_id, play_id),
    check ((old_secret_hash is null) = (old_secret_until is null))
);

-- As whom a publisher's Plays know an account: drawn once, the same at each Play and after another invitation.
create table play_subject (
    customer_id bigint not null references customer (customer_id),
    account_id  bigint not null references account (account_id),
    subject     text   not null unique,
    primary key (customer_id, account_id)
);

-- Clients are Plays, and nothing else is one.
drop table oauth2_registered_client;

-- Codes and refresh tokens that were used, by their hash: one that comes again ends its authorization.
create table spent_token (
    token_hash       text        primary key,
    authorization_id text        not null references oauth2_authorization (id) on delete cascade,
    spent_at         timestamptz not null
);
create index spent_token_of_authorization on spent_token (authorization_id);
create index spent_token_by_time on spent_token (spent_at);

create index oauth2_authorization_by_client on oauth2_authorization (registered_client_id);
