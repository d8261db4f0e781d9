package plantrail.command.platform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantrail.command.agency.domain.Agency;
import plantrail.kernel.agency.AgencyChange;
import plantrail.kernel.agency.AgencyEnding;
import plantrail.kernel.agency.AgencyKind;

/**
 * What decisions need to know of the agency registry. A question about a day is answered with the
 * agencies of that day, as far as they are recorded by now.
 */
public interface Agencies {
  /** The agency of that code; null if none was ever registered. Exact, not seconds old. */
  @Nullable Agency agency(String code);

  /** Whether an agency of that code was ever registered, whatever has become of it. */
  default boolean exists(String code) {
    return agency(code) != null;
  }

  /** Whether an agency of that code exists on that local day. */
  default boolean exists(String code, LocalDate day) {
    Agency agency = agency(code);
    return agency != null && agency.existsOn(day);
  }

  /**
   * Codes of all agencies above that one on that local day, nearest first. Where one has ended, its
   * main successor stands; where nobody took over from it, the one above it.
   */
  default List<String> superiors(String code, LocalDate day) {
    Agency agency = agency(code);
    return agency == null
        ? List.of()
        : upward(agency.superiorOn(day), day).stream()
            .filter(each -> each.existsOn(day))
            .map(each -> each.registered().code())
            .filter(each -> !each.equals(code))
            .toList();
  }

  /**
   * Codes of all that stand above whoever is put below that agency on that local day, then or
   * later, as far as it is recorded: the agency itself, whoever takes over from it, and those above
   * them.
   */
  default Set<String> aboveThoseBelow(String code, LocalDate from) {
    Set<String> all = new LinkedHashSet<>();
    LocalDate day = from;
    while (day != null) {
      List<Agency> upward = upward(code, day);
      upward.forEach(agency -> all.add(agency.registered().code()));
      LocalDate known = day;
      day =
          upward.stream()
              .flatMap(Agencies::turns)
              .filter(turn -> turn.isAfter(known))
              .min(LocalDate::compareTo)
              .orElse(null);
    }
    return all;
  }

  /** Days from which whoever stands below that agency may stand below others too. */
  private static Stream<LocalDate> turns(Agency agency) {
    return Stream.concat(
        Stream.of(agency.begun()), agency.changes().stream().map(AgencyChange::effective));
  }

  /**
   * An agency and whoever stands above it or in its place on that local day, nearest first: those
   * that have ended too, and the first one that has not begun, above which nobody is known.
   */
  private List<Agency> upward(@Nullable String code, LocalDate day) {
    List<Agency> way = new ArrayList<>();
    Set<String> passed = new HashSet<>();
    String next = code;
    while (next != null && passed.add(next)) {
      Agency agency = agency(next);
      if (agency == null) {
        break;
      }
      way.add(agency);
      if (day.isBefore(agency.begun())) {
        break;
      }
      String successor = agency.successor(day, List.of());
      next = successor != null ? successor : agency.superiorOn(day);
    }
    return way;
  }

  /**
   * Whether an agency can charge another one with a duty on that local day: itself, those below it,
   * and those that stand under no people's committee, such as bodies of the Party and of the Front,
   * whose part a plan names with their consent (practice). Its own superiors, and whoever is or
   * stands under another committee, can only be asked.
   */
  default boolean mayCharge(String issuer, String code, LocalDate day) {
    List<String> above = superiors(code, day);
    if (code.equals(issuer) || above.contains(issuer)) {
      return true;
    }
    return !superiors(issuer, day).contains(code)
        && Stream.concat(Stream.of(code), above.stream()).noneMatch(this::isPeoplesCommittee);
  }

  private boolean isPeoplesCommittee(String code) {
    Agency agency = agency(code);
    return agency != null && agency.registered().kind() == AgencyKind.PEOPLES_COMMITTEE;
  }

  /**
   * Code of the agency whose matter a duty of that agency is on that local day: the agency itself
   * while it exists, then whoever took it over, and from those in turn; null if that leads to
   * nobody.
   *
   * @param marks identifiers of the duty and of what it stands under, the nearest first
   */
  default @Nullable String heir(String code, LocalDate day, List<String> marks) {
    Set<String> passed = new LinkedHashSet<>();
    String heir = code;
    while (passed.add(heir)) {
      Agency agency = agency(heir);
      if (agency == null) {
        return null;
      }
      String successor = agency.successor(day, marks);
      if (successor == null) {
        return agency.existsOn(day) ? heir : null;
      }
      heir = successor;
    }
    return null;
  }

  /** As {@link #heir}, but the agency itself where that leads to nobody. */
  default String inPlaceOf(String code, LocalDate day, List<String> marks) {
    String heir = heir(code, day, marks);
    return heir == null ? code : heir;
  }

  /** The agency and whoever took that duty over by that local day, each from the one before. */
  default List<String> line(String code, LocalDate day, List<String> marks) {
    Set<String> line = new LinkedHashSet<>();
    String next = code;
    while (next != null && line.add(next)) {
      Agency agency = agency(next);
      next = agency == null ? null : agency.successor(day, marks);
    }
    return List.copyOf(line);
  }

  /**
   * Codes of all that take over from that agency, and from those in turn, whenever that is to be.
   */
  default Set<String> successors(String code) {
    return successors(code, LocalDate.MAX);
  }

  /**
   * Codes of all that had taken over from that agency, and from those in turn, by that local day.
   */
  default Set<String> successors(String code, LocalDate day) {
    Set<String> found = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(List.of(code));
    while (!open.isEmpty()) {
      Agency agency = agency(open.removeLast());
      AgencyEnding ending = agency == null ? null : agency.ending();
      if (ending != null && !day.isBefore(ending.effective())) {
        ending.successors().stream().filter(found::add).forEach(open::add);
      }
    }
    return found;
  }
}
