package plantrail.command.platform;

import java.util.OptionalInt;

/** Says whether people's commands have to wait, as while sample data of the past is loading. */
public interface WritesPaused {
  /** How far that has come, in percent; empty if nobody has to wait. */
  OptionalInt progress();
}
