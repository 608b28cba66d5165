-- What a customer wants about transfer requests that nobody answers. No row: nothing happens by itself.
create table transfer_rules (
    customer_id   bigint      primary key references customer (customer_id),
    -- so many days after the mail
    reminder_days int[]       not null default '{}'
                  check (cardinality(reminder_days) <= 3 and 1 <= all (reminder_days) and 90 >= all (reminder_days)),
    deadline_days int         check (deadline_days between 1 and 90),
    follows       text        not null default 'NOTHING' check (follows in ('NOTHING', 'EVICT')),
    notice_days   int         not null default 7 check (notice_days between 1 and 14),
    declined_too  boolean     not null default false,
    -- which change of the rules this is
    version       int         not null default 0,
    -- people's clocks follow a change: up to this address they do; null when all do
    position      text        collate "C",
    -- the customer's clock stands since then, and stood for so long before that
    stands_since  timestamptz,
    stood_seconds bigint      not null default 0,
    changed_at    timestamptz not null,
    check (follows = 'NOTHING' or deadline_days > notice_days)
);

-- The clock of one request. Its times are those of the customer's own clock, which stands while the customer does.
alter table user_invitation
    -- mails about this link that came after the first
    add column follow_ups    smallint not null default 0,
    -- the last mail of any kind
    add column mailed_at     timestamptz,
    -- the mail that told of the deadline (0: the first), when it was written, and what it said would follow
    add column told_number   smallint,
    add column told_at       timestamptz,
    add column told          text check (told in ('NOTHING', 'EVICT', 'EVICT_DECLINED')),
    add column deadline_at   timestamptz,
    -- the last notice, and what it said of declining
    add column notice_number smallint,
    add column notice_told   text check (notice_told in ('EVICT', 'EVICT_DECLINED')),
    add column evict_at      timestamptz,
    -- why nothing more happens by itself: a mail did not arrive
    add column mail_lost     boolean not null default false,
    add column next_due_at   timestamptz;

create index user_invitation_due on user_invitation (customer_id, next_due_at) where next_due_at is not null;
