package plantrail.kernel.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import plantrail.kernel.ContentId;

/** Identifies a plan. */
public record PlanId(@JsonValue String value) {

  /**
   * The identifier of the document with that identity: number and symbol are unique for an issuer
   * within a year (Decree 30/2020/NĐ-CP, Article 15).
   */
  public static PlanId of(String issuer, int year, String number, String symbol) {
    return new PlanId(ContentId.of("plan", issuer, Integer.toString(year), number, symbol));
  }

  @Override
  public String toString() {
    return value;
  }
}
