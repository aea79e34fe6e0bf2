create table credential (
  person uuid primary key references person,
  -- PHC string of Argon2id, its parameters in it
  hash text not null,
  changed_at timestamptz not null default now()
);

-- Only the SHA-256 of a token is kept: who reads this table cannot sign in with it.
create table session (
  token_hash bytea primary key,
  person uuid not null references person,
  post uuid references post,
  cookie boolean not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_person on session (person);
create index session_expires_at on session (expires_at);

-- Failed sign-ins per user and per address, shared by all nodes.
create table sign_in_failure (
  subject text primary key,
  failures int not null,
  last_at timestamptz not null,
  blocked_until timestamptz
);
create index sign_in_failure_last_at on sign_in_failure (last_at);
