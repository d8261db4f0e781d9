package plantrail.command.platform;

import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Role;

/** What decisions need to know of the people who use the system. */
public interface People {
  /** The name of the person with that user name; null if there is none who may come in. */
  @Nullable String nameOf(String username);

  /** The capacity in which that person uses the system; null as far as that is not known. */
  default @Nullable Role roleOf(String username) {
    return null;
  }
}
