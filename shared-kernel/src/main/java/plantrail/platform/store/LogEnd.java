package plantrail.platform.store;

import java.util.OptionalLong;
import java.util.function.Supplier;

/** Where the log ends. */
@FunctionalInterface
public interface LogEnd {
  /**
   * The position of what was recorded last by now. It is asked for until it is there: what is
   * committed waits a moment for its position.
   */
  Supplier<OptionalLong> now();
}
