-- The last number given, per serial field and counter (period, business kind). Gapless: a number is
-- taken in the transaction that uses it.
create table serial_counter (
    app       text   not null,
    table_key text   not null,
    field     text   not null,
    counter   text   not null,
    value     bigint not null,
    primary key (app, table_key, field, counter)
);
