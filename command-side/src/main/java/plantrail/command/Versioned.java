package plantrail.command;

import plantrail.kernel.DomainEvent;
import plantrail.kernel.catalog.EventCatalog;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;

/**
 * What is written anew as a whole, one version after the other.
 *
 * @param <E> what may happen to it
 */
public interface Versioned<E extends DomainEvent> extends Stepwise<E> {
  /** Number of its present version, from 1. */
  int version();

  /**
   * Refuses with CONFLICT what was written from another version than the present one: it would undo
   * unread what was written meanwhile. The refusal names the last step and who took it.
   */
  default void writtenFrom(int version) {
    if (version != version()) {
      throw Refusal.of(
          RefusalCode.CONFLICT,
          "refusal.other-version",
          Integer.toString(version),
          Integer.toString(version()),
          "@event." + EventCatalog.nameOf(last().getClass()),
          course().taken().by());
    }
  }
}
