package plantrail.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A command as clients give it: a record whose components are the fields of its JSON form. Its name
 * is the record's name in kebab case. Lists that are left out are empty; components marked as
 * nullable may be left out; all others are demanded.
 */
public interface Command {
  /**
   * The local day on which it happened, where a field of its own says that: what is signed happens
   * on the day of signature. Null if that is stated beside its fields or not at all, see {@link
   * plantrail.command.platform.Occurrence}.
   */
  default @Nullable LocalDate happenedOn() {
    return null;
  }
}
