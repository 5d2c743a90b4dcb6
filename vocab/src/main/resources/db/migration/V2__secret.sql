-- Keys that the service makes for itself, shared by all processes on this database.
create table secret (
  name text primary key,
  value bytea not null
);
