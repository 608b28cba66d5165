-- How many invitations an address was sent within its running day, by customer. The address is a MAC, so that what is
-- counted over all customers tells none of them, nor a reader of the database, whom the others invite. Without a
-- foreign key: a row is written for each mail and forgotten after some days.
create table recipient_count (
    customer_id bigint      not null,
    recipient   bytea       not null,
    since       timestamptz not null,
    mails       int         not null,
    primary key (customer_id, recipient)
);
create index recipient_count_overall on recipient_count (recipient);

-- How often somebody pressed a button that sends, within a running minute and a running hour.
create table press_count (
    actor   text        not null,
    seconds int         not null,
    since   timestamptz not null,
    presses int         not null,
    primary key (actor, seconds)
);

-- Rows of a campaign whose people got no invitation because their address had enough of them.
create table held_row (
    customer_id bigint not null,
    campaign_id bigint not null,
    row_no      int    not null,
    again_at    timestamptz not null,
    primary key (customer_id, campaign_id, row_no),
    foreign key (customer_id, campaign_id) references campaign (customer_id, campaign_id) on delete cascade
);
