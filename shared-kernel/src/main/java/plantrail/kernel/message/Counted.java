package plantrail.kernel.message;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field in which a target that counts by itself names what, or from which state on. Other
 * constants than those that count are refused where the target is set, and the documentation leaves
 * them out.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Counted {

  /** A constant of which a target may, or may not, count by itself. */
  interface Countable {
    boolean counts();
  }
}
