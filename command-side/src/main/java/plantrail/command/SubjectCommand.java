package plantrail.command;

/**
 * A command about something that has begun: what that is, and to which plan it belongs, is known
 * where the command is handled.
 */
public interface SubjectCommand extends Command {}
