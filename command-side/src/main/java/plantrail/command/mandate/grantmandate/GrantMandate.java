package plantrail.command.mandate.grantmandate;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.Command;
import plantrail.command.mandate.domain.Mandate;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.People;
import plantrail.command.platform.Plans;
import plantrail.kernel.mandate.MandateGranted;
import plantrail.kernel.mandate.MandateId;
import plantrail.kernel.mandate.MandateState;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.workflow.MandateWorkflow;

/** Gives a person leave to act for an agency. For the fields see {@link MandateGranted}. */
public record GrantMandate(
    String agency,
    String person,
    @Nullable String planId,
    LocalDate validFrom,
    LocalDate validTo,
    String basis)
    implements Command {
  /** A mandate is limited in time; whoever needs it longer gets another. */
  private static final int MOST_YEARS = 5;

  @TargetAggregateIdentifier
  public MandateId mandateId() {
    return MandateId.of(agency, person, planId, validFrom);
  }

  public List<MandateGranted> decide(
      @Nullable Mandate mandate,
      Actor actor,
      Occurrence when,
      Agencies agencies,
      Plans plans,
      People people) {
    MandateWorkflow.TABLE.permit("grant-mandate", MandateWorkflow.relations(actor, agency));
    String name = people.nameOf(person);
    MandateGranted granted =
        new MandateGranted(
            mandateId().value(),
            agency,
            person,
            name == null ? person : name,
            planId,
            validFrom,
            validTo,
            basis);
    if (mandate != null) {
      if (mandate.last().equals(granted)) {
        return List.of();
      }
      throw Refusal.of(
          RefusalCode.ALREADY_EXISTS,
          // A grant that is sent again, perhaps late, must not bring back what was taken back.
          mandate.state() == MandateState.REVOKED
              ? "refusal.mandate-revoked"
              : "refusal.mandate-exists",
          person,
          validFrom.toString());
    }
    // A mandate gives an agency to act for, not another capacity.
    Role role = people.roleOf(person);
    PlanIssued plan = planId == null ? null : plans.find(planId);
    when.check(plan == null ? LocalDate.MIN : plan.issueDate())
        .agency(agency, "agency", agencies, validFrom)
        .that(name != null, "person", "field.unknown-person", person)
        .that(
            role == null || role == Role.OFFICIAL,
            "person",
            "field.person-acts-for-nobody",
            person,
            "@role." + role)
        .that(
            planId == null || plan != null, "planId", "field.unknown-plan", String.valueOf(planId))
        .that(
            !validTo.isBefore(validFrom),
            "validTo",
            "field.ends-before-begin",
            validTo.toString(),
            validFrom.toString())
        .that(
            !validTo.isAfter(validFrom.plusYears(MOST_YEARS)),
            "validTo",
            "field.mandate-too-long",
            Integer.toString(MOST_YEARS),
            validTo.toString())
        .that(
            validTo.isBefore(validFrom) || !validTo.isBefore(when.today()),
            "validTo",
            "field.already-over",
            validTo.toString(),
            when.today().toString())
        .text(basis, "basis", Check.LINE)
        .done();
    return List.of(granted);
  }
}
