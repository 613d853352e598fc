-- Previews use up no numbers of drafts: their documents are counted apart, below zero, so that none is ever taken for an invoice or a
-- debit note, and are called by names of their own.
create sequence preview_id minvalue -4611686018427387903 start -4611686018427387903;

do $$
declare
    previewed record;
begin
    for previewed in select * from (values ('preview_invoice', 'D-'), ('preview_note', 'DN-')) as p (name, before) loop
        execute format('alter table %I drop column name', previewed.name);
        execute format('alter table %I add column name text not null generated always as (
                            case when id < 0 then %L || lpad((id + 4611686018427387904)::text, greatest(6, length((id + 4611686018427387904)::text)), %L)
                            else %L || lpad(id::text, greatest(6, length(id::text)), %3$L) end) stored',
                       previewed.name, 'P-', '0', previewed.before);
        execute format('create index %I on %I (name)', previewed.name || '_name', previewed.name);
    end loop;
end $$;
