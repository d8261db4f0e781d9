-- By whose leave a person acted for an agency that is not their own.
alter table view.history_entry add column mandate text, add column mandator_name text;
