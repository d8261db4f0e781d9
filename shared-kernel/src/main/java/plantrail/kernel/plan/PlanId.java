package plantrail.kernel.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import plantrail.kernel.ContentId;

/** Identifies a plan. */
public record PlanId(@JsonValue String value) {

  /**
   * The identifier of the document with that identity: number and symbol are unique for an issuer
   * within a year (Decree 30/2020/NĐ-CP, Article 15). Leading zeros and the case of letters make no
   * other document: 01/KH-UBND is 1/kh-ubnd.
   */
  public static PlanId of(String issuer, int year, String number, String symbol) {
    return new PlanId(
        ContentId.of("plan", issuer, Integer.toString(year), plain(number), plain(symbol)));
  }

  private static String plain(String written) {
    return written.replaceFirst("^0+(?=\\d)", "").toUpperCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return value;
  }
}
