-- How often studies are looked at: one number a day, a study and a kind. Nothing here says who.
create table study_use (
  study text not null,
  day date not null,
  kind text not null,
  count bigint not null,
  primary key (study, day, kind)
);
