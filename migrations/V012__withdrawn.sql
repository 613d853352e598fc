-- The lines of an invoice that is credited whole, with nothing billed in its place, are not billed again, and nothing of them is
-- given back any more. credited_as_billed: runs before that counted them as billed, and are replayed so.
alter table run add column credited_as_billed boolean not null default false;
update run set credited_as_billed = true;

-- The day on which a line that was invoiced elsewhere was credited so.
alter table billed_before add column withdrawn date;
