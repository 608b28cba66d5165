-- bounced and suppressed mails are looked for as those that failed are
drop index mail_amiss;
create index mail_amiss on mail (customer_id, kind, state, subject_id)
    where state in ('deferred', 'failed', 'held', 'obsolete', 'bounced', 'suppressed');
