package plantrail.command.automation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Agencies;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.PlanIssued;

/**
 * Whom the words of a plan's rules bind long after its issue, on one local day: agencies have ended
 * meanwhile, and others owe what they owed. Classes are those below the agency that issued the
 * plan, or that were so on its last day. What reorganisations have done is not what the words say:
 * old and new words are compared on the same footing, of whoever was moved away on its last day
 * below the issuer.
 */
final class Reach {
  private final AgencyDirectory directory;
  private final Agencies agencies;
  private final PlanIssued plan;
  private final LocalDate day;
  private final long position;
  private final Map<String, LocalDate> lastDays;
  private final LocalDate issuerUpTo;
  private final List<LocalDate> eves;
  private final Map<Words, Set<String>> expanded = new HashMap<>();
  private final Map<Assignees, Set<String>> inherited = new HashMap<>();

  /** Words as they are read on a day. */
  private record Words(Assignees words, LocalDate day) {}

  /**
   * The reach of that plan's words on that day.
   *
   * @param plan the plan as it was issued
   * @param position place in the log up to which the agencies' changes are known
   */
  Reach(
      AgencyDirectory directory, Agencies agencies, PlanIssued plan, LocalDate day, long position) {
    this.directory = directory;
    this.agencies = agencies;
    this.plan = plan;
    this.day = day;
    this.position = position;
    this.lastDays = directory.lastDaysUpTo(day, position);
    this.issuerUpTo = lastDay(plan.issuer());
    this.eves = directory.evesOfChanges(plan.issueDate(), issuerUpTo, position);
  }

  /** Codes of the agencies that are bound, ended ones among them, in the order of their codes. */
  Set<String> of(Assignees words) {
    return on(issuerUpTo, words);
  }

  /** Code of the agency that a duty of that agency is owed by on that day; null if by nobody. */
  @Nullable String owing(RollOut.Duty duty) {
    return inPlaceOf(duty.agency(), PlanDuties.id(plan.planId(), duty));
  }

  /**
   * Code of the agency that stands in the place of that one on that day; null if nobody does.
   *
   * @param id identifier of what it stands in
   */
  @Nullable String inPlaceOf(String agency, String id) {
    return isThere(agency) ? agency : agencies.heir(agency, day, List.of(id, plan.planId()));
  }

  /**
   * Whether other words let go of a duty that is there: of whoever owes it now, or else of those
   * that owed it before, the last one first, each as of its own last day below the issuer.
   */
  boolean letsGo(PlanDuties.Duty duty, Assignees before, Assignees after) {
    if (before.equals(after)) {
      return false;
    }
    List<String> line =
        isThere(duty.agency())
            ? List.of(duty.agency())
            : agencies.line(duty.agency(), day, List.of(duty.id(), duty.planId()));
    for (String code : line.reversed()) {
      for (LocalDate then : lastDays(code)) {
        if (on(then, after).contains(code)) {
          return false;
        }
        if (on(then, before).contains(code)) {
          return true;
        }
      }
    }
    String owing = line.getLast();
    return inherited(before).contains(owing) && !inherited(after).contains(owing);
  }

  /**
   * Whether other words take back an agency that has ended: they bind it as of its own last day, as
   * the words before did not.
   */
  boolean takesBack(String code, Assignees before, Assignees after) {
    LocalDate last = lastDays(code).getFirst();
    return !isThere(code) && !on(last, before).contains(code) && on(last, after).contains(code);
  }

  /** The agency's last day and, for it may have been moved by then, those before each change. */
  private List<LocalDate> lastDays(String code) {
    LocalDate own = lastDay(code);
    LocalDate last = own.isBefore(issuerUpTo) ? own : issuerUpTo;
    return Stream.concat(Stream.of(last), eves.stream().filter(last::isAfter)).toList();
  }

  /** All that took over from those bound. */
  private Set<String> inherited(Assignees words) {
    return inherited.computeIfAbsent(
        words,
        each -> {
          Set<String> heirs = new TreeSet<>();
          of(each).stream()
              .filter(code -> !isThere(code))
              .forEach(code -> heirs.addAll(agencies.successors(code, day)));
          return heirs;
        });
  }

  private Set<String> on(LocalDate then, Assignees words) {
    return expanded.computeIfAbsent(
        new Words(words, then),
        each -> directory.expand(each.words(), plan.issuer(), each.day(), position));
  }

  private boolean isThere(String code) {
    return lastDay(code).equals(day);
  }

  private LocalDate lastDay(String code) {
    return lastDays.getOrDefault(code, LocalDate.MIN);
  }
}
