-- What the administrators of a customer were told about its domains, and what the mails about it say.
create table domain_notice (
    customer_id bigint      not null references customer (customer_id),
    notice_id   bigint      generated always as identity,
    domain      text        not null,
    news        text        not null check (news in ('VERIFIED', 'FAILING', 'RESTORED', 'LOST', 'DISPUTED', 'CONTESTED',
                                                     'DISPUTE_OVER', 'GAINED')),
    at          timestamptz not null,
    -- with FAILING: the end of the grace time
    until       timestamptz,
    -- the customer on the other side of a dispute
    other       text        not null default '',
    primary key (customer_id, notice_id)
);

create index domain_notice_of on domain_notice (customer_id, domain, notice_id desc);
