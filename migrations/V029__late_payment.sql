-- What the law of late payment asks: kinds of public buyers, what an invoice is for, and what its recovery has cost.

alter table customer alter column public_buyer type text using case when public_buyer then 'authority' else 'none' end;
alter table customer add check (public_buyer in ('none', 'authority', 'hospital', 'undertaking'));

alter table invoice_received add column performed date, add column periodic boolean not null default false;

-- Costs of recovery that were proved, of invoices from elsewhere.
create table recovery_cost (
    contract_id text collate "C" not null,
    number      integer not null check (number > 0),
    recording   bigint not null references recording,
    removed     boolean not null,
    place       numeric not null,
    invoice_id  text not null,
    on_day      date not null,
    amount      numeric not null,
    primary key (contract_id, number, recording)
);
create trigger only_added before update or delete or truncate on recovery_cost for each statement execute function refuse_change();
