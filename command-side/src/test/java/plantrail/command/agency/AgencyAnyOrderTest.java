package plantrail.command.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.AnyOrder;
import plantrail.command.Given;
import plantrail.command.agency.dissolveagency.DissolveAgency;
import plantrail.command.agency.domain.Agency;
import plantrail.command.agency.mergeagencies.MergeAgencies;
import plantrail.command.agency.moveagency.MoveAgency;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.agency.renameagency.RenameAgency;
import plantrail.command.agency.splitagency.SplitAgency;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.CommandRegistry;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Taken;
import plantrail.kernel.agency.AgencyChange;
import plantrail.kernel.agency.AgencyDissolved;
import plantrail.kernel.agency.AgencyEvent;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.agency.AgencyMerged;
import plantrail.kernel.agency.AgencyMoved;
import plantrail.kernel.agency.AgencyRenamed;
import plantrail.kernel.agency.AgencySplit;
import plantrail.kernel.agency.AgencyState;
import plantrail.kernel.agency.Share;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;
import plantrail.kernel.workflow.AgencyWorkflow;
import plantrail.kernel.workflow.Relation;

class AgencyAnyOrderTest extends AnyOrder<Agency, AgencyEvent> {
  private static final String CODE = "HGI.030";
  private static final LocalDate BEGUN = LocalDate.of(2020, 1, 1);
  private static final Actor ADMIN = new Actor("admin", "Quản trị", null, Role.ADMIN);

  @Override
  protected Class<?> aggregate() {
    return AgencyAggregate.class;
  }

  @Override
  protected List<Actor> concerned() {
    return List.of(ADMIN);
  }

  /** The registry with that agency as it is. */
  private static Agencies with(@Nullable Agency agency) {
    return code -> code.equals(CODE) ? agency : Given.AGENCIES.agency(code);
  }

  @Override
  protected Attempt<Agency, AgencyEvent> any(Random random, Occurrence when) {
    LocalDate day = BEGUN.plusMonths(random.nextInt(80) - 5);
    String other = anyOf(random, Given.agencies().stream().sorted().toList());
    String successor = random.nextInt(8) == 0 ? CODE : other;
    String text = random.nextInt(8) == 0 ? " " : "Nghị quyết " + random.nextInt(3);
    return switch (random.nextInt(random.nextInt(3) == 0 ? 6 : 3)) {
      case 0 -> {
        RegisterAgency command =
            new RegisterAgency(
                CODE,
                "UBND huyện " + random.nextInt(2),
                AgencyKind.PEOPLES_COMMITTEE,
                AgencyLevel.DISTRICT,
                Given.PROVINCE,
                BEGUN,
                null,
                null);
        yield new Attempt<>(
            "register-agency", (agency, actor) -> command.decide(agency, actor, with(agency)));
      }
      case 1 -> {
        RenameAgency command = new RenameAgency(CODE, text, day, "Nghị quyết 1");
        yield step("rename-agency", (agency, actor) -> command.decide(agency, actor, when));
      }
      case 2 -> {
        MoveAgency command =
            new MoveAgency(CODE, random.nextInt(6) == 0 ? null : successor, day, text);
        yield step(
            "move-agency", (agency, actor) -> command.decide(agency, actor, when, with(agency)));
      }
      case 3 ->
          reorganisation(new MergeAgencies(List.of(CODE), successor, List.of(), day, text), when);
      case 4 ->
          reorganisation(
              new SplitAgency(
                  CODE,
                  successor,
                  List.of(new Share(other, List.of("kế hoạch"))),
                  List.of(),
                  day,
                  text),
              when);
      default ->
          reorganisation(
              new DissolveAgency(CODE, successor, List.of(), List.of(), day, text), when);
    };
  }

  private static Attempt<Agency, AgencyEvent> reorganisation(
      Reorganisation command, Occurrence when) {
    return new Attempt<>(
        CommandRegistry.nameOf(command.getClass()),
        (agency, actor) -> command.decide(actor, when, with(agency)));
  }

  @Override
  protected Set<Relation> relations(Agency agency, AgencyEvent event, Actor actor) {
    return AgencyWorkflow.relations(actor);
  }

  @Override
  protected Agency evolve(@Nullable Agency agency, AgencyEvent event, Taken taken) {
    return Agency.evolve(agency, event);
  }

  @Override
  protected Facts begins(AgencyEvent event, Taken taken) {
    return fact("registered", event)
        .with("changes", List.of())
        .with("state", AgencyState.REGISTERED);
  }

  @Override
  protected Facts leaves(Agency before, AgencyEvent event, Taken taken) {
    List<AgencyChange> longer = new ArrayList<>(before.changes());
    longer.add((AgencyChange) event);
    Facts changed = fact("changes", longer);
    return switch ((AgencyChange) event) {
      case AgencyRenamed _, AgencyMoved _ -> changed;
      case AgencyMerged _ -> changed.with("state", AgencyState.MERGED);
      case AgencySplit _ -> changed.with("state", AgencyState.SPLIT);
      case AgencyDissolved _ -> changed.with("state", AgencyState.DISSOLVED);
    };
  }

  @Override
  protected void holds(@Nullable Agency before, AgencyEvent event, Agency after) {
    assertThat(event.code()).isEqualTo(CODE);
    if (before == null) {
      return;
    }
    assertThat(before.ending()).as("nothing follows the end").isNull();
    LocalDate effective = ((AgencyChange) event).effective();
    assertThat(effective).isAfterOrEqualTo(BEGUN);
    assertThat(after.superiorOn(effective)).isNotEqualTo(CODE);
    if (event instanceof AgencyMoved moved) {
      assertThat(after.superiorOn(effective)).isEqualTo(moved.superior());
    }
    if (after.ending() != null) {
      assertThat(after.existsOn(effective)).isFalse();
      assertThat(after.existsOn(effective.minusDays(1))).isTrue();
      assertThat(after.ending().successors()).doesNotContain(CODE);
    }
  }
}
