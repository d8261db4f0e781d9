package plantrail.command.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.AnyOrder;
import plantrail.command.Given;
import plantrail.command.mandate.domain.Mandate;
import plantrail.command.mandate.grantmandate.GrantMandate;
import plantrail.command.mandate.revokemandate.RevokeMandate;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.People;
import plantrail.command.platform.Plans;
import plantrail.command.platform.Taken;
import plantrail.kernel.mandate.MandateEvent;
import plantrail.kernel.mandate.MandateGranted;
import plantrail.kernel.mandate.MandateId;
import plantrail.kernel.mandate.MandateRevoked;
import plantrail.kernel.mandate.MandateState;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;
import plantrail.kernel.workflow.Relation;

class MandateAnyOrderTest extends AnyOrder<Mandate, MandateEvent> {
  private static final Plans PLANS = Given.plans(null);
  private static final People PEOPLE = username -> username.equals("hoa") ? "Bà Hoa" : null;
  private static final LocalDate FROM = Given.TODAY.minusDays(30);
  private static final MandateId MANDATE = MandateId.of(Given.DISTRICT, "hoa", null, FROM);
  private static final Actor DEPUTY =
      new Actor(
          "hoa", "Bà Hoa", Given.DISTRICT, Role.OFFICIAL, new Actor.Mandate("m", "Bà H.", null));

  @Override
  protected Class<?> aggregate() {
    return MandateAggregate.class;
  }

  @Override
  protected List<Actor> concerned() {
    return List.of(Given.official(Given.DISTRICT), DEPUTY);
  }

  @Override
  protected Attempt<Mandate, MandateEvent> any(Random random, Occurrence when) {
    String text = random.nextInt(8) == 0 ? " " : "Giấy ủy quyền " + random.nextInt(3);
    if (random.nextBoolean()) {
      LocalDate to = FROM.plusDays(random.nextInt(2500) - 100);
      GrantMandate command = new GrantMandate(Given.DISTRICT, "hoa", null, FROM, to, text);
      return new Attempt<>(
          "grant-mandate",
          (mandate, actor) -> {
            List<MandateGranted> events =
                command.decide(mandate, actor, when, Given.AGENCIES, PLANS, PEOPLE);
            assertThat(actor).as("nobody passes a mandate on").isNotEqualTo(DEPUTY);
            return List.copyOf(events);
          });
    }
    RevokeMandate command = new RevokeMandate(MANDATE, text);
    return step(
        "revoke-mandate",
        (mandate, actor) -> {
          List<MandateEvent> events = command.decide(mandate, actor, when);
          assertThat(actor).as("nobody takes back what they act by").isNotEqualTo(DEPUTY);
          return events;
        });
  }

  @Override
  protected Set<Relation> relations(Mandate mandate, MandateEvent event, Actor actor) {
    return mandate.relations(actor);
  }

  @Override
  protected Mandate evolve(@Nullable Mandate mandate, MandateEvent event, Taken taken) {
    return Mandate.evolve(mandate, event, taken);
  }

  @Override
  protected Facts begins(MandateEvent event, Taken taken) {
    return fact("granted", event).with("state", MandateState.GRANTED);
  }

  @Override
  protected Facts leaves(Mandate before, MandateEvent event, Taken taken) {
    assertThat(event).isInstanceOf(MandateRevoked.class);
    return fact("state", MandateState.REVOKED);
  }

  @Override
  protected void holds(@Nullable Mandate before, MandateEvent event, Mandate after) {
    assertThat(event.mandateId()).isEqualTo(MANDATE.value());
    assertThat(after.granted().validTo()).isBetween(Given.TODAY, FROM.plusYears(5));
    assertThat(after.granted().personName()).isEqualTo("Bà Hoa");
    if (before != null) {
      assertThat(before.state()).as("nothing follows the end").isEqualTo(MandateState.GRANTED);
    }
  }
}
