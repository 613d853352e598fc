-- A run is worked in parts: ranges of contracts, each chunk of which is stored together with the place it came to.

do $$
declare
    old name;
begin
    for old in select conname from pg_constraint where conrelid = 'run'::regclass and contype = 'c'
               and pg_get_constraintdef(oid) ~ 'state' loop
        execute format('alter table run drop constraint %I', old);
    end loop;
end $$;

-- preview: its documents stand in the tables of previews and are never issued.
-- retries: the run whose parked contracts this one tries again, or null for the whole portfolio.
alter table run
    add column preview boolean not null default false,
    add column retries bigint references run,
    add column abandoned_at timestamptz,
    add constraint run_state check (state in ('running', 'stopping', 'done', 'interrupted', 'failed_reconciliation', 'abandoned')),
    add constraint run_ended check ((state in ('running', 'stopping')) = (ended is null)),
    add constraint run_abandoned check ((state = 'abandoned') = (abandoned_at is not null));

-- The contracts after one id up to another. token: raised by whoever takes the part, so that an earlier holder who wakes
-- up can store nothing more. place: the last contract that is done.
create table run_part (
    run       bigint not null references run,
    part      integer not null check (part > 0),
    after_id  text collate "C" not null,
    up_to     text collate "C" not null,
    place     text collate "C" not null,
    size      bigint not null check (size > 0),
    token     bigint not null default 0,
    owner     text,
    done      boolean not null default false,
    contracts bigint not null default 0,
    billed    bigint not null default 0,
    parked    bigint not null default 0,
    touched   timestamptz not null default now(),
    primary key (run, part)
) with (fillfactor = 50);

-- What a part came to, by terms and currency.
create table run_total (
    run       bigint not null,
    part      integer not null,
    terms     text not null,
    currency  text not null,
    contracts bigint not null,
    documents bigint not null,
    credits   bigint not null,
    lines     bigint not null,
    net       numeric not null,
    tax       numeric not null,
    gross     numeric not null,
    primary key (run, part, terms, currency),
    foreign key (run, part) references run_part
) with (fillfactor = 50);

create table preview_invoice (like invoice including defaults including generated);
alter table preview_invoice add primary key (id), add foreign key (run) references run, add unique (run, contract_id, on_day);
create table preview_line (like invoice_line including defaults);
alter table preview_line add primary key (invoice, position),
    add foreign key (invoice) references preview_invoice on delete cascade;
create table preview_tax (like invoice_tax including defaults);
alter table preview_tax add primary key (invoice, position),
    add foreign key (invoice) references preview_invoice on delete cascade;
create table preview_note (like debit_note including defaults including generated);
alter table preview_note add primary key (id), add foreign key (run) references run, add unique (run, contract_id);
create table preview_note_line (like debit_note_line including defaults);
alter table preview_note_line add primary key (debit_note, position),
    add foreign key (debit_note) references preview_note on delete cascade;

-- An abandoned run takes its drafts and what it took stock of with it; nothing else is ever taken away.
create function refuse_change_of_run() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and (select state from run where id = old.run) = 'abandoned' then
        return old;
    end if;
    raise exception 'rows of % are only ever added', tg_table_name using errcode = 'restrict_violation';
end $$;

create function refuse_change_of_opening_line() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and not exists (select from opening where contract_id = old.contract_id) then
        return old;
    end if;
    raise exception 'rows of % are only ever added', tg_table_name using errcode = 'restrict_violation';
end $$;

drop trigger only_added on opening;
drop trigger only_added on opening_line;
drop trigger only_added on parked;
alter table opening_line drop constraint opening_line_contract_id_fkey,
    add foreign key (contract_id) references opening on delete cascade;
create trigger only_added before update or delete on opening for each row execute function refuse_change_of_run();
create trigger only_added before update or delete on opening_line for each row execute function refuse_change_of_opening_line();
create trigger only_added before update or delete on parked for each row execute function refuse_change_of_run();
create trigger kept before truncate on opening for each statement execute function refuse_change();
create trigger kept before truncate on opening_line for each statement execute function refuse_change();
create trigger kept before truncate on parked for each statement execute function refuse_change();

-- How the parts of a run are handed out and how they ended, in the form that Spring Batch reads.
create table batch_job_instance (
    job_instance_id bigint not null primary key,
    version         bigint,
    job_name        varchar(100) not null,
    job_key         varchar(32) not null,
    unique (job_name, job_key)
);

create table batch_job_execution (
    job_execution_id bigint not null primary key,
    version          bigint,
    job_instance_id  bigint not null references batch_job_instance,
    create_time      timestamp not null,
    start_time       timestamp,
    end_time         timestamp,
    status           varchar(10),
    exit_code        varchar(2500),
    exit_message     varchar(2500),
    last_updated     timestamp
);
create index batch_execution_of_instance on batch_job_execution (job_instance_id);

create table batch_job_execution_params (
    job_execution_id bigint not null references batch_job_execution,
    parameter_name   varchar(100) not null,
    parameter_type   varchar(100) not null,
    parameter_value  varchar(2500),
    identifying      char(1) not null
);
create index batch_params_of_execution on batch_job_execution_params (job_execution_id);

create table batch_step_execution (
    step_execution_id  bigint not null primary key,
    version            bigint not null,
    step_name          varchar(100) not null,
    job_execution_id   bigint not null references batch_job_execution,
    create_time        timestamp not null,
    start_time         timestamp,
    end_time           timestamp,
    status             varchar(10),
    commit_count       bigint,
    read_count         bigint,
    filter_count       bigint,
    write_count        bigint,
    read_skip_count    bigint,
    write_skip_count   bigint,
    process_skip_count bigint,
    rollback_count     bigint,
    exit_code          varchar(2500),
    exit_message       varchar(2500),
    last_updated       timestamp
);
create index batch_step_of_execution on batch_step_execution (job_execution_id, step_name);

create table batch_step_execution_context (
    step_execution_id  bigint not null primary key references batch_step_execution,
    short_context      varchar(2500) not null,
    serialized_context text
);

create table batch_job_execution_context (
    job_execution_id   bigint not null primary key references batch_job_execution,
    short_context      varchar(2500) not null,
    serialized_context text
);

create sequence batch_step_execution_seq;
create sequence batch_job_execution_seq;
create sequence batch_job_instance_seq;
