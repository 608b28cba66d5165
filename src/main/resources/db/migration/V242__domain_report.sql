-- What the report about domains counts: accounts that are new, and those whose address was taken back.
create index account_new_on_domain on account (domain, created_at);
create index account_evicted_by on account (evicted_by, evicted_from_key) where evicted_by is not null;
