-- The list of invitations in every order that it can be asked for, each paged by its key. Texts are ordered by their
-- code points, which the index can follow whatever the database's own collation is.
create index invitation_by_name on invitation (customer_id, lower(name) collate "C", invitation_id);
create index invitation_by_email on invitation (customer_id, email_key collate "C", invitation_id);
create index invitation_by_sent on invitation (customer_id, sent_at, invitation_id);
create index invitation_by_expiry on invitation (customer_id, expires_at, invitation_id);
-- Of one sending, which is nothing but a short stretch of all that there are. Only whoever says it like this gets it: a
-- query for offer and address on a table without statistics must not take it for as good as the unique index.
create index invitation_of_offer on invitation (customer_id, (offer_id + 0), invitation_id);
-- the primary key is read backwards just as well
drop index invitation_newest;

-- mails that somebody looks for; those that went out as they should are not among them and cost nothing here
create index mail_amiss on mail (customer_id, kind, state, subject_id)
    where state in ('deferred', 'failed', 'held', 'obsolete');

-- where the person went on from the invitation's page, which no scanner does; the lifecycle does not ask for it
alter table invitation add column went_on_at timestamptz;
-- the offer that holds instead of the first, where an operator moved the open invitation to another group; offer_id
-- goes on naming the sending that it belongs to
alter table invitation add column moved_offer_id bigint;
create index invitation_moved on invitation (customer_id, moved_offer_id) where moved_offer_id is not null;
