-- Which plan stands for one that was issued under another: itself, or the one that took its place.
alter table command.own_plan add column standing text;
update command.own_plan set standing = plan_id;
alter table command.own_plan alter column standing set not null;
create index on command.own_plan (standing);
