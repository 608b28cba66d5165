-- Access tokens of service accounts, by their hash: whoever reads the table holds none that works.
create table service_account_token (
    customer_id        bigint      not null,
    -- a token is all that a caller brings
    token_hash         text        not null unique,
    service_account_id bigint      not null,
    key_id             text        not null,
    -- the administrator for whom it acts
    account_id         bigint      not null references account (account_id),
    scopes             text[]      not null,
    expires_at         timestamptz not null,
    primary key (customer_id, token_hash),
    foreign key (customer_id, service_account_id, key_id)
        references service_account_key (customer_id, service_account_id, key_id) on delete cascade
);
create index service_account_token_of_key on service_account_token (customer_id, service_account_id, key_id);
create index service_account_token_by_end on service_account_token (expires_at);

-- Signed requests that were answered, by the hash of what was signed, for as long as they could be sent again.
create table spent_assertion (
    customer_id        bigint      not null,
    service_account_id bigint      not null,
    assertion_hash     text        not null,
    expires_at         timestamptz not null,
    primary key (customer_id, service_account_id, assertion_hash),
    foreign key (customer_id, service_account_id)
        references service_account (customer_id, service_account_id) on delete cascade
);
create index spent_assertion_by_end on spent_assertion (expires_at);
