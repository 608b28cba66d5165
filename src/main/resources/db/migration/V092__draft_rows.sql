-- What an operator decided about the rows of a list, before it is sent.
alter table draft
    -- whether people with a pending invitation get a new one, where nothing is said about the person
    add column again boolean not null default false,
    add column rows_left_out int not null default 0,
    add column rows_enrolled int not null default 0,
    add column rows_pending int not null default 0,
    -- of the texts that it was sent with, to find the same content again
    add column content_digest bytea;

create index draft_digest on draft (customer_id, content_digest) where content_digest is not null;

-- The choice about one person. It is kept by address, so that a corrected list that is uploaded anew still knows it.
create table draft_choice (
    customer_id bigint not null,
    draft_id bigint not null,
    email_key text not null,
    again boolean not null,
    primary key (customer_id, draft_id, email_key),
    foreign key (customer_id, draft_id) references draft (customer_id, draft_id) on delete cascade
);

alter table draft_row
    add column left_out boolean not null default false,
    -- somebody with a pending invitation who gets no new one; follows from the choices above
    add column held boolean not null default false,
    -- the cells say what the sheet said, the columns what it was corrected to
    add column corrected boolean not null default false;

alter table draft_row drop column ready;
alter table draft_row add column ready boolean not null generated always as
    (faults = '[]' and email_key is not null and duplicate_of is null and standing is distinct from 'ENROLLED'
        and not left_out and not held) stored;
