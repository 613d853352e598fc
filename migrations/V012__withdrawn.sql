-- The lines of an invoice that is credited whole, with nothing billed in its place, are not billed again, and nothing of them is
-- given back any more. credited_as_billed: runs before that counted them as billed, and are replayed so.
alter table run add column credited_as_billed boolean not null default false;
update run set credited_as_billed = true;

-- The day on which a line that was invoiced elsewhere was credited so.
alter table billed_before add column withdrawn date;

-- Rows of files that turned out wrong are withdrawn: what they told ends by a version that says so, and their ids are free again.
-- turn: how often the id was withdrawn before. A payment of ours has no versions; its withdrawal alone ends it.
create table withdrawal (
    feed        text not null check (feed in ('payments', 'usage', 'events')),
    external_id text collate "C" not null,
    turn        integer not null check (turn >= 0),
    reason      text not null check (reason <> ''),
    recording   bigint not null references recording,
    primary key (feed, external_id, turn)
);
create trigger only_added before update or delete or truncate on withdrawal for each statement execute function refuse_change();

alter table event add column turn integer not null default 0;
alter table payment_received add column turn integer not null default 0;
alter table payment add column turn integer not null default 0;
drop index event_external, payment_external;
create unique index event_external on event (feed, external_id, turn) where external_id is not null;
create unique index payment_external on payment_received (feed, external_id, turn) where external_id is not null;
alter table payment drop constraint payment_pkey, add primary key (external_id, turn);
