-- What the publisher offered when the preview was looked at: a change of a Play or a group changes the mail too.
alter table draft add column previewed_mark uuid;
