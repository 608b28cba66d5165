-- A person asks for another address; it becomes theirs by the link that is mailed to it.
alter table account_link drop constraint account_link_purpose_check;
alter table account_link
    add constraint account_link_purpose_check check (purpose in ('verify', 'reset', 'setup', 'address'));

create table address_change (
    link_id   bigint primary key references account_link (link_id),
    email     text   not null,
    email_key text   not null
);
