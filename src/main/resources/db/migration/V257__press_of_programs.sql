-- Of the page that asked: pressed twice, it is one service account or one program.
alter table service_account add column press uuid;
create unique index service_account_press on service_account (customer_id, press);

alter table program add column press uuid;
create unique index program_press on program (customer_id, press);
