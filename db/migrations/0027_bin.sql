-- What people threw away and may take back: who put it there and when. Nothing that belongs to a vote ever lies here.

create table bin_item (
    kind text not null check (kind in ('nomination', 'evidence', 'campaign')),
    object_id uuid not null,
    removed_by uuid,                     -- null: before the bin was kept
    removed_at timestamp not null,
    primary key (kind, object_id)
);
insert into bin_item (kind, object_id, removed_by, removed_at)
select 'evidence', id, null, removed_at from evidence where removed_at is not null;
