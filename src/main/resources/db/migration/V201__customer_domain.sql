-- Domains that customers claim, and the proof that they are theirs.
create table customer_domain (
    customer_id   bigint      not null references customer (customer_id),
    -- A-label, lower case
    domain        text        not null,
    kind          text        not null check (kind in ('PRIMARY', 'SECONDARY', 'ALIAS')),
    -- FAILING: the proof was not found lately, and the grace time runs
    state         text        not null check (state in ('UNPROVEN', 'VERIFIED', 'FAILING', 'LOST', 'DISPUTED')),
    -- shown to the customer and published by it: no secret
    proof_token   text        not null,
    method        text        check (method in ('DNS', 'FILE', 'META')),
    verified_at   timestamptz,
    checked_at    timestamptz,
    check_result  text,
    failing_since timestamptz,
    next_check_at timestamptz,
    -- no new consumer accounts on it, and whom people may ask
    locked        boolean     not null default false,
    contact       text        not null default '',
    created_at    timestamptz not null,
    primary key (customer_id, domain)
);

-- whoever proves it first holds it; a second proof opens a dispute
create unique index customer_domain_holder on customer_domain (domain) where state in ('VERIFIED', 'FAILING');
create unique index customer_domain_primary on customer_domain (customer_id) where kind = 'PRIMARY';
create index customer_domain_due on customer_domain (next_check_at) where state in ('VERIFIED', 'FAILING');
