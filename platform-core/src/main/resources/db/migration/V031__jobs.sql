-- Work that goes on after a publish. The row's lock is the lease: a node works on a job while its
-- transaction holds it, and when the node dies the next one goes on from the last committed position.
create table job (
  id uuid primary key,
  app text not null,
  kind text not null,
  table_key text not null,
  element text not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  done bigint not null default 0,
  total bigint not null default 0,
  position text,
  settings jsonb not null,
  details jsonb not null default '{}',
  attempts integer not null default 0,
  not_before timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  number bigint generated always as identity
);

-- one app's jobs are done in the order in which they were asked for
create index job_open on job (app, number) where state in ('waiting', 'running');
create index job_by_app on job (app, created_at desc);
