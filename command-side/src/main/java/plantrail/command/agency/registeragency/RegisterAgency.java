package plantrail.command.agency.registeragency;

import java.time.LocalDate;
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

  public List<AgencyEvent> decide(@Nullable Agency agency, Actor actor, Agencies agencies) {
    AgencyWorkflow.TABLE.permit("register-agency", AgencyWorkflow.relations(actor));
    AgencyRegistered registered =
        new AgencyRegistered(code, name, kind, level, superior, validFrom, validTo, officialCode);
    if (agency != null) {
      if (agency.registered().equals(registered)) {
        return List.of();
      }
      throw Refusal.of(RefusalCode.ALREADY_EXISTS, "refusal.agency-exists", code);
    }
    new Check()
        .that(
            CODE.matcher(code).matches() && code.length() <= LONGEST_CODE,
            "code",
            "field.agency-code",
            code)
        .text(name, "name", Check.LINE)
        .text(officialCode, "officialCode", LONGEST_CODE)
        .that(
            validTo == null || !validTo.isBefore(validFrom),
            "validTo",
            "field.ends-before-begin",
            String.valueOf(validTo),
            validFrom.toString())
        .that(
            superior == null || agencies.exists(superior),
            "superior",
            "field.unknown-agency",
            String.valueOf(superior))
        .done();
    return List.of(registered);
  }
}
