-- A key from each number to its invoice locks, and so rewrites, every invoice that gets a number. That they exist is looked up
-- once for all rows of a statement instead; an issued invoice never goes (V005).

create function refuse_number_without_invoice() returns trigger language plpgsql
-- a plan made while invoices were few would read all of them later
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
    missing bigint;
begin
    select a.invoice into missing from added a
    where a.invoice is not null and not exists (select from invoice i where i.id = a.invoice) limit 1;
    if found then
        raise exception 'a number is of invoice %, which does not exist', missing using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

alter table issued drop constraint issued_invoice_fkey;
create trigger of_an_invoice after insert on issued referencing new table as added
    for each statement execute function refuse_number_without_invoice();
