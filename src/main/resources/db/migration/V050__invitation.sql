-- One row a person and offer; the lifecycle is io.chodae.invitation.InvitationState.
create sequence invitation_id_seq cache 1;

create table invitation (
    customer_id    bigint      not null references customer (customer_id),
    invitation_id  bigint      not null default nextval('invitation_id_seq'),
    kind           text        not null default 'BIZ',
    offer_id       bigint      not null,
    email          text        not null,
    email_key      text        not null,
    name           text        not null,
    phone          text,
    extra_info     text,
    language       text        not null,
    state          text        not null check (state in ('NOT_YET_SENT', 'INVITED', 'ACCEPTED', 'DECLINED', 'EXPIRED')),
    -- why it went back to NOT_YET_SENT: canceled by an operator, or superseded by a newer invitation
    withdrawn      text        check (withdrawn in ('CANCELED', 'SUPERSEDED')),
    link_number    int         not null,
    link_hash      bytea       not null,
    mails_sent     int         not null default 0,
    sent_at        timestamptz not null,
    expires_at     timestamptz not null,
    ended_at       timestamptz,
    accepted_by    bigint,
    decline_reason text,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    primary key (customer_id, invitation_id),
    check ((state = 'ACCEPTED') = (accepted_by is not null)),
    check ((state = 'NOT_YET_SENT') = (withdrawn is not null))
);

-- a link is looked up before anything is known of it, so this one index stands outside the customer
create unique index invitation_link on invitation (link_hash);
-- a resumed or repeated write of a campaign can write no person twice
create unique index invitation_once on invitation (customer_id, offer_id, email_key);
-- one live link an address and customer
create unique index invitation_live on invitation (customer_id, kind, email_key) where state = 'INVITED';
create index invitation_newest on invitation (customer_id, invitation_id desc);
create index invitation_state on invitation (customer_id, state, invitation_id desc);
create index invitation_address on invitation (customer_id, email_key text_pattern_ops);
create index invitation_due on invitation (expires_at) where state = 'INVITED';

-- links that a later mail replaced: dead, but still able to tell their person that a newer one exists
create table retired_link (
    link_hash     bytea  not null primary key,
    customer_id   bigint not null,
    invitation_id bigint not null,
    foreign key (customer_id, invitation_id) references invitation (customer_id, invitation_id)
);
create index retired_link_of on retired_link (customer_id, invitation_id);
