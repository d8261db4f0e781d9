package plantrail.kernel.model;

import com.fasterxml.jackson.annotation.JsonValue;
import plantrail.kernel.ContentId;

/** Identifies a model. */
public record ModelId(@JsonValue String value) {

  /** The identifier of the model that an agency registers under that title for that year. */
  public static ModelId of(String planId, String agency, int year, String title) {
    return new ModelId(ContentId.of("model", planId, agency, Integer.toString(year), title));
  }

  @Override
  public String toString() {
    return value;
  }
}
