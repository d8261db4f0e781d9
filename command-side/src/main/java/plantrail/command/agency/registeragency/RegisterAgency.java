package plantrail.command.agency.registeragency;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.Command;
import plantrail.command.agency.domain.Agency;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.kernel.agency.AgencyEvent;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.agency.AgencyRegistered;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.workflow.AgencyWorkflow;

/** Enters an agency into the registry. For the fields see {@link AgencyRegistered}. */
public record RegisterAgency(
    @TargetAggregateIdentifier String code,
    String name,
    AgencyKind kind,
    AgencyLevel level,
    @Nullable String superior,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable String officialCode)
    implements Command {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]+([.-][A-Za-z0-9]+)*");
  private static final int LONGEST_CODE = 60;

  /** What follows if that actor gives the command. */
  public List<AgencyEvent> decide(@Nullable Agency agency, Actor actor, Agencies agencies) {
    List<AgencyEvent> events = enter(agency, actor);
    if (!events.isEmpty()) {
      check(new Check(), "", agencies, List.of()).done();
    }
    return events;
  }

  /** The agency's registration, unless it is registered just so already. */
  public List<AgencyEvent> enter(@Nullable Agency agency, Actor actor) {
    AgencyWorkflow.TABLE.permit("register-agency", AgencyWorkflow.relations(actor));
    AgencyRegistered registered =
        new AgencyRegistered(code, name, kind, level, superior, validFrom, validTo, officialCode);
    if (agency == null) {
      return List.of(registered);
    }
    if (agency.registered().equals(registered)) {
      return List.of();
    }
    throw Refusal.of(RefusalCode.ALREADY_EXISTS, "refusal.agency-exists", code);
  }

  /**
   * Notes what is faulty in the fields.
   *
   * @param at what stands before the names of the fields
   * @param besides codes of agencies that are registered together with this one
   */
  public Check check(Check check, String at, Agencies agencies, Collection<String> besides) {
    check
        .that(
            CODE.matcher(code).matches() && code.length() <= LONGEST_CODE,
            at + "code",
            "field.agency-code",
            code)
        .text(name, at + "name", Check.LINE)
        .text(officialCode, at + "officialCode", LONGEST_CODE)
        .that(
            validTo == null || !validTo.isBefore(validFrom),
            at + "validTo",
            "field.ends-before-begin",
            String.valueOf(validTo),
            validFrom.toString());
    return superior != null && besides.contains(superior)
        ? check
        : check.agency(superior, at + "superior", agencies, validFrom);
  }
}
