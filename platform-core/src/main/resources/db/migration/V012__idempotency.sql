-- Answers to requests that may come again. A row is written in the write's own transaction, so that
-- it is there if and only if the work was done.
create table idempotency_key (
  person uuid not null references person,
  key text not null,
  request bytea not null,
  status int,
  headers jsonb,
  body bytea,
  created_at timestamptz not null default now(),
  primary key (person, key)
);
create index idempotency_key_created_at on idempotency_key (created_at);
