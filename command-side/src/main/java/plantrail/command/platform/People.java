package plantrail.command.platform;

import org.jspecify.annotations.Nullable;

/** What decisions need to know of the people who use the system. */
public interface People {
  /** The name of the person with that user name; null if there is none who may come in. */
  @Nullable String nameOf(String username);
}
