-- Facts that come in as rows keep the id that their sender gave them: the same row again is known, whoever sends it.
-- feed: which kind of file it was; ids are unique within one.

alter table event
    add column feed        text check (feed in ('usage', 'events')),
    add column external_id text collate "C",
    add constraint event_from_a_feed check ((feed is null) = (external_id is null));
create unique index event_external on event (feed, external_id) where external_id is not null;

alter table payment_received
    add column feed        text check (feed = 'payments'),
    add column external_id text collate "C",
    add constraint payment_from_a_feed check ((feed is null) = (external_id is null));
create unique index payment_external on payment_received (feed, external_id) where external_id is not null;

-- Rows of files come by the ten thousand: that their recording exists is looked up once a statement, not once a row.
-- Recordings are never deleted.
alter table event drop constraint event_recording_fkey;

create function refuse_unrecorded() returns trigger language plpgsql as $$
begin
    if exists (select from (select distinct recording from added) as a
               where not exists (select from recording r where r.id = a.recording)) then
        raise exception 'a row of % has no recording', tg_table_name using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create trigger recorded after insert on event referencing new table as added
    for each statement execute function refuse_unrecorded();
