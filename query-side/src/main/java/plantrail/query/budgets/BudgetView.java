package plantrail.query.budgets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A budget with what was disbursed of it. All amounts are in đồng.
 *
 * @param plan identifier of the plan that it is for
 * @param document the plan's number and symbol
 * @param item outline number of the plan's item; null for the plan as a whole
 * @param agency code of the agency that disburses it
 * @param source where the money comes from
 * @param basis document that allocated it
 * @param originalAmount what was allocated first
 * @param amount what is allocated now
 * @param changes how often the allocation was corrected
 * @param disbursed what was disbursed in all
 * @param disbursements what was disbursed, by voucher, in order
 * @param steps what the reader may do now
 */
public record BudgetView(
    String id,
    String plan,
    String document,
    @Nullable String item,
    String agency,
    @Nullable String agencyName,
    String source,
    String basis,
    LocalDate allocatedOn,
    long originalAmount,
    long amount,
    int changes,
    long disbursed,
    List<Disbursement> disbursements,
    List<String> steps) {

  /**
   * A disbursement.
   *
   * @param voucher number and symbol of the document that it rests on
   * @param amount in đồng
   * @param purpose what for; null if not stated
   * @param day day of the disbursement, local date
   */
  public record Disbursement(
      String voucher, long amount, @Nullable String purpose, LocalDate day) {}
}
