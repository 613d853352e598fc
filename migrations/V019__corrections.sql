-- Every line that gives something back names the invoice that it gives back, and every credit note what it takes off each of them.
-- Notes before that name one invoice, which all of the note lowers.

-- corrects: an invoice of ours; corrects_received: one from elsewhere under its id. tax: the position of the line's tax, null where
-- the invoice has one only, and on invoices before that.
do $$
declare
    lines text;
begin
    foreach lines in array array['invoice_line', 'preview_line'] loop
        execute format('alter table %I add column corrects bigint, add column corrects_received text, add column tax integer,
                        add check (corrects is null or corrects_received is null)', lines);
    end loop;
end $$;

-- amount: tax included, what the document takes off the invoice from its day on. What a note charges is set off in it.
create table correction (
    document bigint not null references invoice on delete cascade,
    invoice  bigint references invoice,
    received text,
    amount   numeric not null check (amount > 0),
    check ((invoice is null) <> (received is null))
);
create unique index correction_of_ours on correction (document, invoice) where invoice is not null;
create unique index correction_of_received on correction (document, received) where received is not null;
create index correction_by_invoice on correction (invoice) where invoice is not null;

create function refuse_change_of_correction() returns trigger language plpgsql as $$
begin
    if exists (select from issued where invoice = old.document) then
        raise exception 'the document of this row is issued and does not change any more' using errcode = 'restrict_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger issued before update or delete on correction for each row execute function refuse_change_of_correction();
create trigger kept before truncate on correction for each statement execute function refuse_change();

create table preview_correction (
    document bigint not null references preview_invoice on delete cascade,
    invoice  bigint,
    received text,
    amount   numeric not null check (amount > 0)
);
create index preview_correction_of_document on preview_correction (document);

-- What lowers an invoice of ours, by any document: what it takes off, or all of it where it names one invoice only.
create view lowering as
    select c.document, c.invoice, c.amount from correction c where c.invoice is not null
    union all
    select i.id, i.corrects, -i.gross from invoice i
    where i.kind = 'credit_note' and i.corrects is not null and not exists (select from correction c where c.document = i.id);

-- What was invoiced elsewhere may say on which invoice, which one it corrects, and how it was taxed.
alter table billed_before add column invoice text, add column corrects text, add column category text, add column rate_pct numeric;
