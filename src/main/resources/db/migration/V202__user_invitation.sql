-- The unmanaged accounts of each customer and what became of their invitations. Rows follow the accounts and domains:
-- they are what the list shows, so that a page of a million is a walk along one index.
create sequence user_invitation_id_seq;

create table user_invitation (
    customer_id        bigint      not null references customer (customer_id),
    email_key          text        collate "C" not null,
    user_invitation_id bigint      not null default nextval('user_invitation_id_seq') unique,
    account_id         bigint      not null references account (account_id),
    email              text        not null,
    state              text        not null default 'NOT_YET_SENT'
                       check (state in ('NOT_YET_SENT', 'INVITED', 'ACCEPTED', 'DECLINED')),
    mails_sent         int         not null default 0,
    link_number        int         not null default 0,
    -- of the live link, and of a dead one until the next is made
    link_hash          bytea       unique,
    sent_at            timestamptz,
    ended_at           timestamptz,
    decline_reason     text,
    updated_at         timestamptz not null,
    primary key (customer_id, email_key)
);

create index user_invitation_by_time on user_invitation (customer_id, updated_at, email_key);
create index user_invitation_state_by_email on user_invitation (customer_id, state, email_key);
create index user_invitation_state_by_time on user_invitation (customer_id, state, updated_at, email_key);
create index user_invitation_of_account on user_invitation (account_id);
