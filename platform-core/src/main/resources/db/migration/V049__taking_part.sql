-- Which tables somebody takes part in is asked when they open an app.
create index record_grant_table on record_grant (principal, app, table_key);
