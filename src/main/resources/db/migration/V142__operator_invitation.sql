-- The id is drawn before the row is written, because the link's hash is derived from it.
create sequence operator_invitation_id;

create table operator_invitation (
    customer_id   bigint      not null references customer (customer_id),
    invitation_id bigint      not null,
    email         text        not null,
    email_key     text        not null,
    role          text        not null check (role in ('OWNER', 'OPERATOR', 'VIEWER')),
    language      text        not null check (language in ('KO', 'EN')),
    link_number   int         not null,
    link_hash     bytea       not null,
    invited_by    text        not null,
    sent_at       timestamptz not null,
    expires_at    timestamptz not null,
    ended_at      timestamptz,
    outcome       text check (outcome in ('JOINED', 'CANCELED')),
    primary key (customer_id, invitation_id),
    check ((ended_at is null) = (outcome is null))
);

comment on table operator_invitation is 'Colleagues who were asked to join a customer. An open one whose link ran out can be sent again.';

create unique index operator_invitation_open on operator_invitation (customer_id, email_key) where ended_at is null;

-- Keyed by the link alone, for a link is all that a stranger brings.
create unique index operator_invitation_link on operator_invitation (link_hash);
