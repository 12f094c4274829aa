-- A substitute may act as themselves: the account that sits in a member's place for one session.

alter table session_substitute add column account_id uuid; -- null: on paper and by hand only

-- Who came in whose place, for those who sign in.
create view v_stand_in as
select b.session_id, b.member_id, b.account_id, b.name, s.council_id, s.state, s.on_date
from session_substitute b join council_session s on s.id = b.session_id
where b.account_id is not null;

-- The account and the person who sit in a place of a session: the substitute's where they have an account, else the member's.
create view v_sitter as
select b.session_id, b.member_id, 1 as stands_in, a.id as account_id, a.person_id, a.reset_at
from session_substitute b join account a on a.id = b.account_id
union all
select m.session_id, m.member_id, 0 as stands_in, v.account_id, v.person_id, a.reset_at
from session_member m
join v_member_self v on v.member_id = m.member_id
left join account a on a.id = v.account_id
where not exists (
    select 1 from session_substitute b where b.session_id = m.session_id and b.member_id = m.member_id and b.account_id is not null
);
