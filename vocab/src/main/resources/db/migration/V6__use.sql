-- How often things are used, by day: never by whom. A study is viewed, its document is gone to, a catalogue is harvested.
create table use_count (
  day date not null,
  kind text not null,
  subject text not null,
  count bigint not null,
  primary key (day, kind, subject)
);
-- Who used a study for what, as a producer or the operator was told of it.
create table study_reuse (
  id bigint generated always as identity primary key,
  study text not null,
  user_name text not null,
  purpose text not null,
  address text not null,
  year int not null,
  at timestamptz not null,
  author text not null
);
create index study_reuse_study on study_reuse (study, id);
