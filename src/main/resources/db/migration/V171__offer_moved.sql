-- The same words into another group, made when open invitations are moved there; one for each first offer and group.
alter table offer add column moved_from bigint;
create unique index offer_moved on offer (customer_id, moved_from, group_id) where moved_from is not null;
