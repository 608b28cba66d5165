-- the addresses of a job that came to nothing, for its page
create index transfer_job_not_done on transfer_job_person (customer_id, job_id, email_key)
    where result not in ('SENT', 'CANCELED');
