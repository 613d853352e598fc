-- A month free on a first order is a line like others, and so is what of it is taken back.
do $$
declare
    told text;
begin
    foreach told in array array['billed_before', 'opening_line', 'invoice_line'] loop
        execute format('alter table %I drop constraint %I, add constraint %2$I check (reason in (''recurring'', ''added'', ''usage'',
                            ''upgrade'', ''overstay'', ''run_on'', ''remaining'', ''service'', ''unused'', ''correction'',
                            ''service_credit'', ''service_credit_reversed'', ''gift'', ''gift_reversed''))', told, told || '_reason_check');
    end loop;
end $$;

create or replace function signed_amount(reason text, amount numeric) returns numeric language sql immutable parallel safe as $$
    select case when reason in ('unused', 'correction', 'service_credit', 'gift') then -amount else amount end
$$;
