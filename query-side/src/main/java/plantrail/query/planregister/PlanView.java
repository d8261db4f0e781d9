package plantrail.query.planregister;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.plan.PlanStatus;
import plantrail.query.platform.Counts;

/**
 * A plan in the register.
 *
 * @param kind kind of document: KH, QĐ…
 * @param document number and symbol as people write them
 * @param issuer code of the issuing agency
 * @param version which version of the plan is in force, from 1
 * @param parent identifier of the plan that this one carries out; null if none
 * @param parentDocument that plan's number and symbol
 * @param focal code of the agency that watches over the plan; null if none
 * @param tasks its tasks, as far as the reader sees them
 * @param reports its reports, as far as the reader sees them
 */
public record PlanView(
    String id,
    String kind,
    String number,
    String symbol,
    String document,
    LocalDate issueDate,
    String issuer,
    @Nullable String issuerName,
    String title,
    PlanStatus status,
    int version,
    @Nullable String parent,
    @Nullable String parentDocument,
    @Nullable LocalDate periodFrom,
    @Nullable LocalDate periodTo,
    @Nullable String focal,
    @Nullable String focalName,
    Counts tasks,
    Counts reports) {

  PlanView with(Counts tasks, Counts reports) {
    return new PlanView(
        id,
        kind,
        number,
        symbol,
        document,
        issueDate,
        issuer,
        issuerName,
        title,
        status,
        version,
        parent,
        parentDocument,
        periodFrom,
        periodTo,
        focal,
        focalName,
        tasks,
        reports);
  }
}
