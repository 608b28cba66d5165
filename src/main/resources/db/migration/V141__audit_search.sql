-- The trail is read newest first, by any of: when, who, what, on whom. One index for each, so that a page costs the
-- same however long the trail is.
create index audit_event_by_time on audit_event (customer_id, at desc, audit_id desc);

create index audit_event_by_actor on audit_event (customer_id, lower(actor_label), at desc, audit_id desc);

create index audit_event_by_action on audit_event (customer_id, action, at desc, audit_id desc);

create index audit_event_by_address on audit_event (customer_id, lower(details ->> 'email'), at desc, audit_id desc)
    where details ->> 'email' is not null;

create index audit_event_by_name on audit_event (customer_id, lower(details ->> 'name'), at desc, audit_id desc)
    where details ->> 'name' is not null;

drop index audit_event_by_subject;

create index audit_event_by_subject on audit_event (customer_id, subject_type, subject_id, at desc, audit_id desc);
