-- What the probe was told. The key makes a second telling fail.
create table kill_probe (
    key   text primary key,
    event bigint not null
);
