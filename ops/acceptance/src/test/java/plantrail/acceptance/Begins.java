package plantrail.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A spec whose play begins on that local day. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Worlds.class)
@interface Begins {
  /** The hour at which it begins. */
  int HOUR = 7;

  /** The day, for example {@code 2024-02-27}. */
  String value();
}
