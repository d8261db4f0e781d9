package plantrail.command;

/**
 * A command as clients give it: a record whose components are the fields of its JSON form. Its name
 * is the record's name in kebab case. Lists that are left out are empty; components marked as
 * nullable may be left out; all others are demanded.
 */
public interface Command {}
