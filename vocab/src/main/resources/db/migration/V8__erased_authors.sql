-- Persons whose names were erased from all studies, so that no harvest and no deposit brings them back. The name itself
-- is not kept: a hash of it with a salt of its own tells whether a name that arrives is that one.
create table erased_author (
  salt text not null,
  sha256 text not null,
  at timestamptz not null,
  primary key (salt, sha256)
);
