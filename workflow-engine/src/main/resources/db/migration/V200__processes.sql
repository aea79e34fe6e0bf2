-- Which engine definition an app's version runs a process by. A version that left the process as it
-- was names the definition of the one before.
create table process_definition (
  app text not null,
  process text not null,
  version bigint not null,
  hash text not null,
  definition text not null,
  primary key (app, process, version)
);

create table process_instance (
  -- the engine knows it by the same id
  id uuid primary key,
  app text not null,
  process text not null,
  -- the app's version it started in and stays in
  version bigint not null,
  table_key text not null,
  record uuid not null,
  title text not null default '',
  starter uuid not null,
  starter_post uuid,
  state text not null default 'running' check (state in ('running', 'approved', 'refused', 'withdrawn')),
  -- how many automatic writes led to it, so that a loop between processes ends
  depth int not null default 0,
  started_at timestamptz not null,
  ended_at timestamptz
);
-- a record goes through the same process once at a time
create unique index process_instance_running on process_instance (app, process, record) where state = 'running';
create index process_instance_starter on process_instance (starter, id desc);
create index process_instance_record on process_instance (record);

create table process_task (
  id uuid primary key,
  instance uuid not null references process_instance,
  node text not null,
  execution text not null,
  kind text not null,
  person uuid not null,
  -- its place among those asked with it, from 1, and how many these are
  turn int not null,
  asked int not null,
  state text not null check (state in ('waiting', 'open', 'done', 'cancelled')),
  result text check (result in ('approved', 'rejected')),
  comment text,
  created_at timestamptz not null,
  done_at timestamptz
);
create index process_task_todo on process_task (person, id desc) where state = 'open' and kind <> 'cc';
create index process_task_done on process_task (person, done_at desc, id desc) where state = 'done' and kind <> 'cc';
create index process_task_cc on process_task (person, id desc) where kind = 'cc';
create index process_task_instance on process_task (instance, node);

-- What happened, for people to read; never changed.
create table process_event (
  id uuid primary key,
  instance uuid not null references process_instance,
  node text,
  act text not null,
  actor uuid,
  comment text,
  at timestamptz not null
);
create index process_event_instance on process_event (instance, id);
