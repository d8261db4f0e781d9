package plantrail.query.budgets;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.budget.AllocationCorrected;
import plantrail.kernel.budget.BudgetAllocated;
import plantrail.kernel.budget.BudgetEvent;
import plantrail.kernel.budget.BudgetTransferred;
import plantrail.kernel.budget.DisbursementCorrected;
import plantrail.kernel.budget.FundsDisbursed;
import plantrail.query.budgets.BudgetView.Disbursement;

/** A budget as its events leave it. */
record BudgetRow(
    String id,
    String plan,
    String document,
    @Nullable String item,
    String agency,
    String source,
    String basis,
    String issuer,
    @Nullable String focal,
    LocalDate allocatedOn,
    long originalAmount,
    long amount,
    int changes,
    long disbursed,
    List<Disbursement> disbursements) {

  static BudgetRow after(@Nullable BudgetRow row, BudgetEvent event) {
    return switch (event) {
      case BudgetAllocated e ->
          new BudgetRow(
              e.budgetId(),
              e.planId(),
              e.document(),
              e.item(),
              e.agency(),
              e.source(),
              e.basis(),
              e.issuer(),
              e.focal(),
              e.allocatedOn(),
              e.amount(),
              e.amount(),
              0,
              0,
              List.of());
      case AllocationCorrected e -> of(row).allocated(e.amount());
      case FundsDisbursed e ->
          of(row)
              .disbursed(
                  Stream.concat(
                          of(row).disbursements.stream(),
                          Stream.of(
                              new Disbursement(
                                  e.voucher(), e.amount(), e.purpose(), e.disbursedOn())))
                      .toList());
      case DisbursementCorrected e ->
          of(row)
              .disbursed(
                  of(row).disbursements.stream()
                      .map(each ->
                          each.voucher().equals(e.voucher())
                              ? new Disbursement(
                                  each.voucher(), e.amount(), each.purpose(), each.day())
                              : each)
                      .toList());
      case BudgetTransferred e -> of(row).transferred(e);
    };
  }

  private static BudgetRow of(@Nullable BudgetRow row) {
    return Objects.requireNonNull(row);
  }

  private BudgetRow transferred(BudgetTransferred event) {
    return new BudgetRow(
        id,
        plan,
        document,
        item,
        event.inPlaceOf(agency),
        source,
        basis,
        event.inPlaceOf(issuer),
        focal == null ? null : event.inPlaceOf(focal),
        allocatedOn,
        originalAmount,
        amount,
        changes,
        disbursed,
        disbursements);
  }

  private BudgetRow allocated(long amount) {
    return new BudgetRow(
        id,
        plan,
        document,
        item,
        agency,
        source,
        basis,
        issuer,
        focal,
        allocatedOn,
        originalAmount,
        amount,
        changes + 1,
        disbursed,
        disbursements);
  }

  private BudgetRow disbursed(List<Disbursement> disbursements) {
    return new BudgetRow(
        id,
        plan,
        document,
        item,
        agency,
        source,
        basis,
        issuer,
        focal,
        allocatedOn,
        originalAmount,
        amount,
        changes,
        disbursements.stream().mapToLong(Disbursement::amount).sum(),
        disbursements);
  }
}
