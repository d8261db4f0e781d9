package plantrail.command.agency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import plantrail.command.agency.domain.Agency;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.CommandRegistry;
import plantrail.command.platform.Duties;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.agency.AgencyEnding;
import plantrail.kernel.agency.AgencyEvent;
import plantrail.kernel.agency.Share;
import plantrail.kernel.message.Actor;
import plantrail.kernel.workflow.AgencyWorkflow;

/** Agencies end, and others, new ones too, take over: all of it or nothing. */
public interface Reorganisation extends RegistryChange {
  /** The agencies that the same document sets up. */
  List<RegisterAgency> founded();

  /** First day on which those that end exist no more, local date. */
  LocalDate effective();

  /** What becomes of each agency that ends, under the field that names it. */
  SequencedMap<String, AgencyEnding> endings();

  /** Codes of those that take over, each under the field that names it. */
  Map<String, String> successors();

  /** Notes what is faulty in the command alone. */
  default void check(Check check) {}

  /** What follows, of each agency concerned, if that actor gives the command. */
  default List<AgencyEvent> decide(Actor actor, Occurrence when, Agencies agencies) {
    String step = CommandRegistry.nameOf(getClass());
    AgencyWorkflow.TABLE.permit(step, AgencyWorkflow.relations(actor));
    List<AgencyEvent> events = new ArrayList<>();
    Check check = when.check(LocalDate.MIN);
    check(check);
    List<String> codes = founded().stream().map(RegisterAgency::code).toList();
    for (int i = 0; i < founded().size(); i++) {
      RegisterAgency each = founded().get(i);
      String at = "founded[" + i + "].";
      check
          .that(codes.indexOf(each.code()) == i, at + "code", "field.twice", each.code())
          .that(
              !each.validFrom().isAfter(effective()),
              at + "validFrom",
              "field.agency-not-yet",
              each.code(),
              each.validFrom().toString());
      List<AgencyEvent> registered = each.enter(agencies.agency(each.code()), actor);
      if (!registered.isEmpty()) {
        each.check(check, at, agencies, codes);
      }
      events.addAll(registered);
    }
    boolean known = !endings().isEmpty();
    for (Map.Entry<String, AgencyEnding> each : endings().entrySet()) {
      AgencyEnding ending = each.getValue();
      Agency agency = agencies.agency(ending.code());
      if (agency == null) {
        known = false;
        check.that(false, each.getKey(), "field.unknown-agency", ending.code());
        continue;
      }
      List<AgencyEvent> ended = agency.change(step, ending, actor);
      if (!ended.isEmpty()) {
        agency.check(check, ending);
      }
      events.addAll(ended);
    }
    if (known && events.isEmpty()) {
      return events;
    }
    Set<String> ended =
        endings().values().stream().map(AgencyEnding::code).collect(Collectors.toSet());
    successors()
        .forEach((field, code) -> {
          boolean own =
              ended.contains(code) || !Collections.disjoint(agencies.successors(code), ended);
          if (!codes.contains(code)) {
            check.agency(code, field, agencies, effective());
          }
          check
              .that(!own, field, "field.own-successor", code)
              .that(
                  own || Collections.disjoint(above(code, agencies), ended),
                  field,
                  "field.below-predecessor",
                  code);
        });
    check.done();
    return events;
  }

  /** Codes of all above a successor from the day of the end on. */
  private Set<String> above(String successor, Agencies agencies) {
    String entered =
        founded().stream()
            .filter(each -> each.code().equals(successor))
            .map(RegisterAgency::superior)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(successor);
    return agencies.aboveThoseBelow(entered, effective());
  }

  /**
   * As above; refuses with INVALID_ARGUMENT for what a share takes if it was never begun, or if
   * another share takes it too. Whether the agency that ends has a part in it is not asked: until
   * its last day more may be given to it, and opened under a plan that a share takes.
   */
  default List<AgencyEvent> decide(Actor actor, Occurrence when, Agencies agencies, Duties duties) {
    List<AgencyEvent> events = decide(actor, when, agencies);
    if (events.isEmpty()) {
      return events;
    }
    Set<String> begun =
        duties.begun(
            endings().values().stream()
                .flatMap(ending -> ending.shares().stream())
                .flatMap(share -> share.takes().stream())
                .toList());
    Check check = new Check();
    for (AgencyEnding ending : endings().values()) {
      Set<String> taken = new HashSet<>();
      for (int i = 0; i < ending.shares().size(); i++) {
        List<String> takes = ending.shares().get(i).takes();
        for (int j = 0; j < takes.size(); j++) {
          String id = takes.get(j);
          String field = "shares[" + i + "].takes[" + j + "]";
          check
              .that(taken.add(id), field, "field.twice", id)
              .that(begun.contains(id), field, "field.unknown-duty", id);
        }
      }
    }
    check.done();
    return events;
  }

  /** The successors that a main one and shares name, each under its field. */
  static Map<String, String> named(String mainSuccessor, List<Share> shares) {
    Map<String, String> named = new LinkedHashMap<>(Map.of("mainSuccessor", mainSuccessor));
    for (int i = 0; i < shares.size(); i++) {
      named.put("shares[" + i + "].successor", shares.get(i).successor());
    }
    return named;
  }
}
