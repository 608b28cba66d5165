-- tells one mail about a new address from the next
create sequence rename_number;

-- Rows of invitations that were accepted by accounts which are removed or renamed by now: nobody has these addresses.
with gone as (
    delete from user_invitation u
    using account a
    where a.account_id = u.account_id and u.state = 'ACCEPTED'
      and (a.deleted_at is not null or a.email_key <> u.email_key)
    returning u.customer_id, u.user_invitation_id, u.link_hash)
insert into retired_user_link (link_hash, customer_id, user_invitation_id)
select link_hash, customer_id, user_invitation_id from gone where link_hash is not null
on conflict (link_hash) do nothing;
