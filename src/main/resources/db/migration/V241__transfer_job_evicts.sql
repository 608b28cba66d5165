-- Addresses can be taken back from many accounts at once too.
alter table transfer_job drop constraint transfer_job_kind_check;
alter table transfer_job add constraint transfer_job_kind_check check (kind in ('SEND', 'CANCEL', 'UPLOAD', 'EVICT'));
alter table transfer_job_person drop constraint transfer_job_person_act_check;
alter table transfer_job_person
    add constraint transfer_job_person_act_check check (act in ('SEND', 'CANCEL', 'EVICT'));
