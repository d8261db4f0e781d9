package plantrail.kernel.inspection;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import plantrail.kernel.ContentId;

/** Identifies an inspection. */
public record InspectionId(@JsonValue String value) {

  /** The identifier of one agency's inspection of one unit on one day under one plan. */
  public static InspectionId of(String planId, String inspector, String unit, LocalDate day) {
    return new InspectionId(ContentId.of("inspection", planId, inspector, unit, day.toString()));
  }

  @Override
  public String toString() {
    return value;
  }
}
