-- How many mails were handed to a relay in each minute, kept only where an hour has a limit. It is the same for all
-- nodes, and a restart forgets nothing.
create table mail_rate (
    relay  text        not null,
    minute timestamptz not null,
    mails  int         not null,
    primary key (relay, minute)
);
