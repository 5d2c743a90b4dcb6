-- The last deliveries of an edition that is stabilised: their changes are published once settled.
create table delivery (
  edition text not null,
  issued date not null,
  source_sha256 text not null,
  source_name text not null,
  file text not null,
  arrived_at timestamptz not null,
  primary key (edition, issued, source_sha256)
);
