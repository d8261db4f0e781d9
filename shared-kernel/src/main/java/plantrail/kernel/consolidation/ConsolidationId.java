package plantrail.kernel.consolidation;

import com.fasterxml.jackson.annotation.JsonValue;
import plantrail.kernel.ContentId;

/** Identifies a consolidation. */
public record ConsolidationId(@JsonValue String value) {

  /** The identifier of what a channel agency makes of one period's reports of one rule. */
  public static ConsolidationId of(String planId, String rule, String period, String channel) {
    return new ConsolidationId(ContentId.of("consolidation", planId, rule, period, channel));
  }

  @Override
  public String toString() {
    return value;
  }
}
