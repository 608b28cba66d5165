alter table customer_domain
    -- held by the word of whoever runs the server: there is no proof, and none is looked for by the clock
    add column vouched boolean not null default false,
    add column disputed_at timestamptz,
    add check ((state = 'DISPUTED') = (disputed_at is not null)),
    add check (failing_since is not null or state <> 'FAILING');

-- the proof of a newer claim is looked after too while it is disputed
drop index customer_domain_due;
create index customer_domain_due on customer_domain (next_check_at) where next_check_at is not null;

-- everybody who claims a domain is looked at together: the one question across customers
create index customer_domain_claims on customer_domain (domain);
