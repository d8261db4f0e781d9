package plantrail.command;

import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;

/** What is written anew as a whole, one version after the other. */
public interface Versioned extends Subject {
  /** Number of its present version, from 1. */
  int version();

  /**
   * Refuses with CONFLICT what was written from another version than the present one: it would undo
   * unread what was written meanwhile.
   */
  default void writtenFrom(int version) {
    if (version != version()) {
      throw Refusal.of(
          RefusalCode.CONFLICT,
          "refusal.other-version",
          Integer.toString(version),
          Integer.toString(version()));
    }
  }
}
