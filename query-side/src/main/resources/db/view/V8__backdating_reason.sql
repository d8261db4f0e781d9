-- Why a step was entered later than it happened.
alter table view.history_entry add column backdating_reason text;
