package plantrail.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plantrail.command.Given;
import plantrail.command.agency.dissolveagency.DissolveAgency;
import plantrail.command.agency.domain.Agency;
import plantrail.command.agency.mergeagencies.MergeAgencies;
import plantrail.command.agency.moveagency.MoveAgency;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.agency.renameagency.RenameAgency;
import plantrail.command.agency.splitagency.SplitAgency;
import plantrail.command.calendar.overrideday.OverrideDay;
import plantrail.command.mandate.domain.Mandate;
import plantrail.command.mandate.grantmandate.GrantMandate;
import plantrail.command.mandate.revokemandate.RevokeMandate;
import plantrail.kernel.agency.AgencyDissolved;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.calendar.DayKind;
import plantrail.kernel.mandate.MandateGranted;
import plantrail.kernel.mandate.MandateRevoked;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.message.Role;

/**
 * Every command about the registry, the calendar and mandates as everybody, of what is there and of
 * what has ended: whoever may not is told so, whatever the case, and learns nothing else.
 */
class RegistryMatrixTest {
  private static final LocalDate DAY = LocalDate.of(2025, 7, 1);
  private static final String BASIS = "Nghị quyết 1";
  private static final Agencies ENDED =
      Given.agencies(
          List.of(new AgencyDissolved(Given.DISTRICT, Given.PROVINCE, List.of(), DAY, BASIS)));
  private static final MandateGranted MANDATE =
      new MandateGranted(
          grant().mandateId().value(),
          Given.DISTRICT,
          "hoa",
          "Bà Hoa",
          null,
          Given.TODAY,
          DAY,
          BASIS);

  /** Who may. */
  private enum May {
    ADMINISTRATOR,
    ADMINISTRATOR_AND_AGENCY;

    boolean may(Actor actor) {
      return actor.role() == Role.ADMIN
          || (this == ADMINISTRATOR_AND_AGENCY
              && actor.role() == Role.OFFICIAL
              && Given.DISTRICT.equals(actor.agency())
              && actor.mandate() == null);
    }
  }

  private interface Decision {
    List<?> by(Actor actor);
  }

  private record Case(String name, May may, Decision decision) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static GrantMandate grant() {
    return new GrantMandate(Given.DISTRICT, "hoa", null, Given.TODAY, DAY, BASIS);
  }

  private static Agency district(Agencies agencies) {
    return Objects.requireNonNull(agencies.agency(Given.DISTRICT));
  }

  private static RegisterAgency register(String code) {
    return new RegisterAgency(
        code,
        "Đơn vị " + code,
        AgencyKind.PEOPLES_COMMITTEE,
        AgencyLevel.DISTRICT,
        Given.PROVINCE,
        LocalDate.of(2000, 1, 1),
        null,
        null);
  }

  private static Stream<Case> ofAgencies(String when, Agencies agencies) {
    var rename = new RenameAgency(Given.DISTRICT, "UBND thị xã", DAY, BASIS);
    var move = new MoveAgency(Given.DISTRICT, Given.PROVINCE, DAY, BASIS);
    var merge =
        new MergeAgencies(List.of(Given.DISTRICT), Given.OTHER_DISTRICT, List.of(), DAY, BASIS);
    var split =
        new SplitAgency(Given.DISTRICT, Given.OTHER_DISTRICT, List.of(), List.of(), DAY, BASIS);
    var dissolve =
        new DissolveAgency(Given.DISTRICT, Given.OTHER_DISTRICT, List.of(), List.of(), DAY, BASIS);
    return Stream.of(
        new Case(
            "register-agency, " + when,
            May.ADMINISTRATOR,
            actor -> register(Given.DISTRICT).decide(district(agencies), actor, agencies)),
        new Case(
            "rename-agency, " + when,
            May.ADMINISTRATOR,
            actor -> rename.decide(district(agencies), actor, Given.WHEN)),
        new Case(
            "move-agency, " + when,
            May.ADMINISTRATOR,
            actor -> move.decide(district(agencies), actor, Given.WHEN, agencies)),
        new Case(
            "merge-agencies, " + when,
            May.ADMINISTRATOR,
            actor -> merge.decide(actor, Given.WHEN, agencies)),
        new Case(
            "split-agency, " + when,
            May.ADMINISTRATOR,
            actor -> split.decide(actor, Given.WHEN, agencies)),
        new Case(
            "dissolve-agency, " + when,
            May.ADMINISTRATOR,
            actor -> dissolve.decide(actor, Given.WHEN, agencies)));
  }

  private static Stream<Case> ofUnknownAgencies() {
    String code = "HGI.099";
    List<String> twice = List.of(code, code);
    return Stream.of(
        new Case(
            "rename-agency, unknown",
            May.ADMINISTRATOR,
            actor ->
                new RenameAgency(code, "UBND thị xã", DAY, BASIS).decide(null, actor, Given.WHEN)),
        new Case(
            "move-agency, unknown",
            May.ADMINISTRATOR,
            actor ->
                new MoveAgency(code, Given.PROVINCE, DAY, BASIS)
                    .decide(null, actor, Given.WHEN, Given.AGENCIES)),
        new Case(
            "merge-agencies, unknown and named twice",
            May.ADMINISTRATOR,
            actor ->
                new MergeAgencies(twice, code, List.of(), DAY, " ")
                    .decide(actor, Given.WHEN, Given.AGENCIES)),
        new Case(
            "dissolve-agency, unknown",
            May.ADMINISTRATOR,
            actor ->
                new DissolveAgency(code, code, List.of(), List.of(), DAY, " ")
                    .decide(actor, Given.WHEN, Given.AGENCIES)));
  }

  private static Stream<Case> ofMandates(String when, @Nullable Mandate mandate) {
    Case granted =
        new Case(
            "grant-mandate, " + when,
            May.ADMINISTRATOR_AND_AGENCY,
            actor ->
                grant()
                    .decide(
                        mandate,
                        actor,
                        Given.WHEN,
                        Given.AGENCIES,
                        Given.plans(null),
                        person -> "Bà Hoa"));
    return mandate == null
        ? Stream.of(granted)
        : Stream.of(
            granted,
            new Case(
                "revoke-mandate, " + when,
                May.ADMINISTRATOR_AND_AGENCY,
                actor ->
                    new RevokeMandate(grant().mandateId(), "Thôi việc")
                        .decide(mandate, actor, Given.WHEN)));
  }

  private static Stream<Case> cases() {
    Mandate mandate = Mandate.evolve(null, MANDATE, Given.taken("p"));
    return Stream.of(
            Stream.of(
                new Case(
                    "register-agency, new",
                    May.ADMINISTRATOR,
                    actor -> register("HGI.030").decide(null, actor, Given.AGENCIES)),
                new Case(
                    "override-day",
                    May.ADMINISTRATOR,
                    actor ->
                        new OverrideDay(DAY, DayKind.OFF, BASIS, OverrideDay.Reach.NEW_PLANS)
                            .decide(null, actor, Given.NOW))),
            ofUnknownAgencies(),
            ofAgencies("there", Given.AGENCIES),
            ofAgencies("ended", ENDED),
            ofMandates("new", null),
            ofMandates("there", mandate),
            ofMandates(
                "revoked",
                Mandate.evolve(
                    mandate,
                    new MandateRevoked(MANDATE.mandateId(), "Hết việc"),
                    Given.taken("p"))))
        .flatMap(each -> each);
  }

  private static Stream<Actor> everybody() {
    Actor.Mandate mandate = new Actor.Mandate("m", "Bà H.", null);
    return Stream.concat(
        Stream.of(
            new Actor("hoa", "Bà Hoa", Given.DISTRICT, Role.OFFICIAL, mandate),
            new Actor("hoa", "Bà Hoa", Given.PROVINCE, Role.OFFICIAL, mandate)),
        Arrays.stream(Role.values())
            .flatMap(role ->
                Stream.of(Given.DISTRICT, Given.PROVINCE, Given.OTHER_DISTRICT, "")
                    .map(code -> new Actor("p", "Ông P.", code.isEmpty() ? null : code, role))));
  }

  static Stream<Arguments> everyCaseAsEverybody() {
    return cases().flatMap(each -> everybody().map(actor -> Arguments.of(each, actor)));
  }

  @ParameterizedTest
  @MethodSource("everyCaseAsEverybody")
  void aStepIsOpenToThoseWhoMayAndElseToNobody(Case given, Actor actor) {
    RefusalCode refused = refused(given.decision(), actor);
    if (given.may().may(actor)) {
      assertThat(refused).isNotEqualTo(RefusalCode.NOT_PERMITTED);
    } else {
      assertThat(refused).isEqualTo(RefusalCode.NOT_PERMITTED);
    }
  }

  private static @Nullable RefusalCode refused(Decision decision, Actor actor) {
    try {
      decision.by(actor);
      return null;
    } catch (Refusal refusal) {
      return refusal.code();
    }
  }
}
