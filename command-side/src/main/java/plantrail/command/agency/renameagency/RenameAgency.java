package plantrail.command.agency.renameagency;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.Command;
import plantrail.command.agency.domain.Agency;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.agency.AgencyEvent;
import plantrail.kernel.agency.AgencyRenamed;
import plantrail.kernel.message.Actor;

/** Gives an agency another name from a day on. For the fields see {@link AgencyRenamed}. */
public record RenameAgency(
    @TargetAggregateIdentifier String code, String name, LocalDate effective, String basis)
    implements Command {

  /** What follows if that actor gives the command. */
  public List<AgencyEvent> decide(@Nullable Agency known, Actor actor, Occurrence when) {
    Agency agency = Agency.registered(known, code, "rename-agency", actor);
    AgencyRenamed renamed = new AgencyRenamed(code, name, effective, basis);
    List<AgencyEvent> events = agency.change("rename-agency", renamed, actor);
    if (!events.isEmpty()) {
      agency.check(when.check(agency.begun()), renamed).text(name, "name", Check.LINE).done();
    }
    return events;
  }
}
