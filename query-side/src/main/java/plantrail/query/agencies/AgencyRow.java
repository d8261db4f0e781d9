package plantrail.query.agencies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.agency.AgencyChange;
import plantrail.kernel.agency.AgencyDissolved;
import plantrail.kernel.agency.AgencyEnding;
import plantrail.kernel.agency.AgencyEvent;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.agency.AgencyMerged;
import plantrail.kernel.agency.AgencyMoved;
import plantrail.kernel.agency.AgencyRegistered;
import plantrail.kernel.agency.AgencyRenamed;
import plantrail.kernel.agency.AgencySplit;
import plantrail.kernel.agency.AgencyState;

/**
 * An agency as its events leave it.
 *
 * @param name the last name given to it, and
 * @param superior the last superior, each perhaps not yet or no longer that of the day in question
 * @param terms names and superiors by the day from which they hold; null while there was one only
 * @param basis the document of its end, else of its last change; null for none
 */
record AgencyRow(
    String code,
    String name,
    AgencyKind kind,
    AgencyLevel level,
    @Nullable String superior,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable String officialCode,
    @Nullable List<Term> terms,
    AgencyState state,
    List<String> successors,
    @Nullable String basis) {

  /**
   * What held from a day on.
   *
   * @param since that day, local date
   */
  record Term(LocalDate since, String name, @Nullable String superior) {}

  static AgencyRow after(@Nullable AgencyRow row, AgencyEvent event) {
    return switch (event) {
      case AgencyRegistered e ->
          new AgencyRow(
              e.code(),
              e.name(),
              e.kind(),
              e.level(),
              e.superior(),
              e.validFrom(),
              e.validTo(),
              e.officialCode(),
              null,
              AgencyState.REGISTERED,
              List.of(),
              null);
      case AgencyRenamed e ->
          of(row).changed(e, term -> new Term(term.since(), e.name(), term.superior()));
      case AgencyMoved e ->
          of(row).changed(e, term -> new Term(term.since(), term.name(), e.superior()));
      case AgencyEnding e -> of(row).ended(e);
    };
  }

  private static AgencyRow of(@Nullable AgencyRow row) {
    return Objects.requireNonNull(row, "An agency's record begins with its registration");
  }

  private AgencyRow changed(AgencyChange change, UnaryOperator<Term> after) {
    List<Term> all = termsWith(change.effective());
    all.replaceAll(term -> term.since().isBefore(change.effective()) ? term : after.apply(term));
    return with(all, change.basis());
  }

  /** All terms in the order of time, one of which begins on that day. */
  private List<Term> termsWith(LocalDate day) {
    List<Term> all =
        new ArrayList<>(terms != null ? terms : List.of(new Term(validFrom, name, superior)));
    int before = 0;
    while (before < all.size() && !all.get(before).since().isAfter(day)) {
      before++;
    }
    Term last = all.get(before - 1);
    if (last.since().isBefore(day)) {
      all.add(before, new Term(day, last.name(), last.superior()));
    }
    return all;
  }

  private AgencyRow with(List<Term> all, String changeBasis) {
    Term last = all.getLast();
    return new AgencyRow(
        code,
        last.name(),
        kind,
        level,
        last.superior(),
        validFrom,
        validTo,
        officialCode,
        all.size() == 1 ? null : all,
        state,
        successors,
        changeBasis);
  }

  private AgencyRow ended(AgencyEnding event) {
    return new AgencyRow(
        code,
        name,
        kind,
        level,
        superior,
        validFrom,
        event.effective().minusDays(1),
        officialCode,
        terms,
        switch (event) {
          case AgencyMerged _ -> AgencyState.MERGED;
          case AgencySplit _ -> AgencyState.SPLIT;
          case AgencyDissolved _ -> AgencyState.DISSOLVED;
        },
        event.successors(),
        event.basis());
  }
}
