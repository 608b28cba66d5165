-- Lines of a program name the person for whom it acted and then the program: both are found by the person.
drop index audit_event_by_actor;

create index audit_event_by_actor
    on audit_event (customer_id, lower(split_part(actor_label, ' · ', 1)), at desc, audit_id desc);
