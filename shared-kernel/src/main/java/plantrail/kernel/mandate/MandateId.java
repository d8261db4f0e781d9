package plantrail.kernel.mandate;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.ContentId;

/** Identifies a mandate. */
public record MandateId(@JsonValue String value) {

  /** The identifier of a person's mandate for an agency, in all plans or one, from that day on. */
  public static MandateId of(
      String agency, String person, @Nullable String planId, LocalDate validFrom) {
    return new MandateId(
        ContentId.of(
            "mandate", agency, person, planId == null ? "" : planId, validFrom.toString()));
  }

  @Override
  public String toString() {
    return value;
  }
}
