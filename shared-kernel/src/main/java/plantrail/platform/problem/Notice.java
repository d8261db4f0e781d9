package plantrail.platform.problem;

import java.util.Locale;
import java.util.Optional;

/** Something that everybody should know at the moment; the pages show it on top. */
public interface Notice {
  /** What there is to say; empty if nothing. */
  Optional<String> text(Locale locale);
}
