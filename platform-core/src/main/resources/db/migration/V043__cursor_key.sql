-- Seals the places where pages end, where no secret is configured; one row.
create table cursor_key (
    one   boolean primary key check (one),
    bytes bytea not null
);
