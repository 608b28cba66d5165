-- Several operators on one draft: who is on it, and who wrote last what stands.

alter table draft
    add column content_by text,
    add column typed_by text,
    -- the page that wrote last, so that a page is never told of its own earlier keystrokes as of somebody else's
    add column content_page text,
    add column typed_page text;

create table draft_presence (
    customer_id bigint not null,
    draft_id bigint not null,
    account_id bigint not null references account (account_id),
    label text not null,
    seen_at timestamptz not null,
    changed_at timestamptz,
    primary key (customer_id, draft_id, account_id),
    foreign key (customer_id, draft_id) references draft (customer_id, draft_id) on delete cascade
);
