-- A publisher with :people invitations in twenty sendings to five groups and to unclassified people, and their mails.
insert into customer (customer_id, external_id, name, created_at) overriding system value values (1, 'C00000001', 'Bench', now());
insert into user_group (customer_id, group_id, name, created_at) overriding system value
select 1, g, 'Group ' || g, now() from generate_series(1, 5) g;
insert into offer (customer_id, offer_id, inviter_name, contact_email, contact_phone, reason, group_id, created_at)
overriding system value
select 1, o, 'Desk', 'desk@bench.example', '021234567', 'Because', case when o % 6 = 0 then null else o % 6 end, now()
from generate_series(1, 20) o;
insert into invitation (customer_id, invitation_id, offer_id, email, email_key, name, phone, language, state, withdrawn,
                        link_number, link_hash, mails_sent, sent_at, expires_at, ended_at, accepted_by, decline_reason,
                        created_at, updated_at)
select 1, i, 1 + (i - 1) * 20 / :people, e, e,
       (array['김','이','박','최','정','강','조','윤','장','임','한','오','서','신','권'])[1 + r % 15]
           || chr((44032 + r * 7 % 11172)::int) || chr((44032 + r * 13 % 11172)::int),
       '010' || lpad((r % 100000000)::text, 8, '0'), 'ko', s, case when s = 'NOT_YET_SENT' then 'CANCELED' end,
       1, sha256(i::text::bytea), 1, t, case when s = 'INVITED' then now() + (r % 72) * interval '1 hour' else t + interval '72 hours' end,
       case when s <> 'INVITED' then t + interval '1 day' end,
       case when s = 'ACCEPTED' then i end, case when s = 'DECLINED' then 'no' end, t, t
from (select i, r, 'p' || r || 'x' || i || '@' || (array['naver.example','daum.example','corp.example'])[1 + r % 3] as e,
             case when r % 100 < 55 then 'ACCEPTED' when r % 100 < 85 then 'EXPIRED' when r % 100 < 95 then 'INVITED'
                  when r % 1000 < 990 then 'NOT_YET_SENT' else 'DECLINED' end as s,
             now() - interval '200 days' + i * (interval '200 days' / :people) as t
      from (select i, (hashint8(i)::bigint & 2147483647) as r from generate_series(1, :people) i) as a) as b;
insert into mail (customer_id, kind, batch_id, subject_id, subject_number, to_email, to_key, to_name, language, state,
                  attempts, next_attempt_at, last_reply, created_at, sent_at)
select 1, 'invitation', offer_id, invitation_id, 1, email, email_key, name, language,
       case when invitation_id % 100 = 0 then 'failed' when invitation_id % 1000 = 1 then 'deferred' else 'sent' end,
       1, sent_at, '250 ok', sent_at, sent_at
from invitation where customer_id = 1;
vacuum analyze;
