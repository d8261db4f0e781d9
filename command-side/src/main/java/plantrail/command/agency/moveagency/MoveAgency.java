package plantrail.command.agency.moveagency;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.agency.RegistryChange;
import plantrail.command.agency.domain.Agency;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.agency.AgencyEvent;
import plantrail.kernel.agency.AgencyMoved;
import plantrail.kernel.message.Actor;

/** Puts an agency under another one from a day on. For the fields see {@link AgencyMoved}. */
public record MoveAgency(
    @TargetAggregateIdentifier String code,
    @Nullable String superior,
    LocalDate effective,
    String basis)
    implements RegistryChange {

  /** What follows if that actor gives the command. */
  public List<AgencyEvent> decide(
      @Nullable Agency known, Actor actor, Occurrence when, Agencies agencies) {
    Agency agency = Agency.registered(known, code, "move-agency", actor);
    AgencyMoved moved = new AgencyMoved(code, superior, effective, basis);
    List<AgencyEvent> events = agency.change("move-agency", moved, actor);
    if (!events.isEmpty()) {
      agency
          .check(when.check(agency.begun()), moved)
          .agency(superior, "superior", agencies, effective)
          .that(
              superior == null || !agencies.aboveThoseBelow(superior, effective).contains(code),
              "superior",
              "field.below-itself",
              code)
          .done();
    }
    return events;
  }
}
