-- What the application may not do by itself, as it only adds invoices and reads them: taking the drafts of a run away. It
-- runs with the rights of the owner of the tables.

create function abandon_run(abandoned bigint) returns void language plpgsql security definer set search_path from current as $$
begin
    if exists (select from issued n join invoice i on i.id = n.invoice where i.run = abandoned)
       or exists (select from issued n join debit_note d on d.id = n.debit_note where d.run = abandoned) then
        raise exception 'run % has issued documents', abandoned using errcode = 'restrict_violation';
    end if;
    update run set state = 'abandoned', abandoned_at = now(), ended = coalesce(ended, now()) where id = abandoned;
    delete from invoice_line l using invoice i where i.id = l.invoice and i.run = abandoned;
    delete from invoice_tax t using invoice i where i.id = t.invoice and i.run = abandoned;
    delete from invoice where run = abandoned;
    delete from debit_note_line l using debit_note n where n.id = l.debit_note and n.run = abandoned;
    delete from debit_note where run = abandoned;
    delete from opening where run = abandoned;
    delete from preview_invoice where run = abandoned;
    delete from preview_note where run = abandoned;
    delete from preview_opening where run = abandoned;
end $$;

revoke all on function abandon_run(bigint) from public;
