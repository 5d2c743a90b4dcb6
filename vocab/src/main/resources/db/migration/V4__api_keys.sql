-- Keys of those who may do more than read. The key itself is nowhere: only its hash.
create table api_key (
  id text primary key,
  sha256 text not null,
  scopes text not null,
  author text not null,
  name text not null,
  created_at timestamptz not null,
  revoked_at timestamptz
);
