package plantrail.command.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.command.Given.AGENCIES;
import static plantrail.command.Given.DISTRICT;
import static plantrail.command.Given.FINANCE;
import static plantrail.command.Given.HOME_AFFAIRS;
import static plantrail.command.Given.OTHER_DISTRICT;
import static plantrail.command.Given.PROVINCE;
import static plantrail.command.Given.WHEN;
import static plantrail.command.Given.agencies;
import static plantrail.command.Given.official;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plantrail.command.Refused;
import plantrail.command.agency.dissolveagency.DissolveAgency;
import plantrail.command.agency.domain.Agency;
import plantrail.command.agency.mergeagencies.MergeAgencies;
import plantrail.command.agency.moveagency.MoveAgency;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.agency.renameagency.RenameAgency;
import plantrail.command.agency.splitagency.SplitAgency;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Duties;
import plantrail.kernel.agency.AgencyEvent;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.agency.AgencyMerged;
import plantrail.kernel.agency.AgencyMoved;
import plantrail.kernel.agency.AgencyRegistered;
import plantrail.kernel.agency.AgencyRenamed;
import plantrail.kernel.agency.Share;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.message.Role;

class ReorganisationSpec {
  private static final Actor ADMIN = new Actor("admin", "Quản trị", null, Role.ADMIN);
  private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
  private static final LocalDate EVE = REFORM.minusDays(1);
  private static final String BASIS = "Nghị quyết 202/2025/QH15";
  private static final RegisterAgency NEW =
      new RegisterAgency(
          "TQG-2025",
          "UBND tỉnh Tuyên Quang",
          AgencyKind.PEOPLES_COMMITTEE,
          AgencyLevel.PROVINCE,
          null,
          REFORM,
          null,
          "08");

  private static Agency agency(Agencies agencies, String code) {
    return Objects.requireNonNull(agencies.agency(code));
  }

  private static MergeAgencies merge(String successor, LocalDate effective, String... merged) {
    return new MergeAgencies(
        List.of(merged),
        successor,
        successor.equals(NEW.code()) ? List.of(NEW) : List.of(),
        effective,
        BASIS);
  }

  private static List<AgencyEvent> after(List<AgencyEvent> events, Reorganisation next) {
    List<AgencyEvent> all = new ArrayList<>(events);
    all.addAll(next.decide(ADMIN, WHEN, agencies(events)));
    return all;
  }

  @Test
  void aNameHoldsFromItsDayOnAndSaidTwiceChangesNothing() {
    RenameAgency command = new RenameAgency(DISTRICT, "UBND thị xã", REFORM, BASIS);
    Agency before = agency(AGENCIES, DISTRICT);
    List<AgencyEvent> events = command.decide(before, ADMIN, WHEN);
    assertThat(events).containsExactly(new AgencyRenamed(DISTRICT, "UBND thị xã", REFORM, BASIS));
    Agency backAgain =
        Agency.evolve(
            Agency.evolve(before, events.getFirst()),
            new AgencyRenamed(DISTRICT, "UBND thành phố", REFORM, BASIS));
    assertThat(command.decide(backAgain, ADMIN, WHEN)).as("its old name again").hasSize(1);
    Agency renamed = agency(agencies(events), DISTRICT);
    assertThat(command.decide(renamed, ADMIN, WHEN)).isEmpty();
  }

  @Test
  void onlyTheKeeperOfTheRegistryChangesIt() {
    Agency district = agency(AGENCIES, DISTRICT);
    for (Actor actor : List.of(official(PROVINCE), official(DISTRICT), Actor.SYSTEM)) {
      Refused.with(
          RefusalCode.NOT_PERMITTED,
          () -> new RenameAgency(DISTRICT, "X", REFORM, BASIS).decide(district, actor, WHEN));
      Refused.with(
          RefusalCode.NOT_PERMITTED,
          () ->
              new MoveAgency(DISTRICT, FINANCE, REFORM, BASIS)
                  .decide(district, actor, WHEN, AGENCIES));
      Refused.with(
          RefusalCode.NOT_PERMITTED,
          () -> merge(PROVINCE, REFORM, DISTRICT).decide(actor, WHEN, AGENCIES));
    }
  }

  @Test
  void anAgencyStandsUnderItsNewSuperiorFromThatDayOn() {
    List<AgencyEvent> events =
        new MoveAgency(DISTRICT, OTHER_DISTRICT, REFORM, BASIS)
            .decide(agency(AGENCIES, DISTRICT), ADMIN, WHEN, AGENCIES);
    assertThat(events).containsExactly(new AgencyMoved(DISTRICT, OTHER_DISTRICT, REFORM, BASIS));
    Agencies moved = agencies(events);
    assertThat(moved.superiors(DISTRICT, EVE)).containsExactly(PROVINCE);
    assertThat(moved.superiors(DISTRICT, REFORM)).containsExactly(OTHER_DISTRICT, PROVINCE);
  }

  @Test
  void noAgencyIsPutUnderItselfOrUnderOneBelowIt() {
    Agency province = agency(AGENCIES, PROVINCE);
    for (String superior : List.of(PROVINCE, DISTRICT)) {
      Refused.forFields(
          () ->
              new MoveAgency(PROVINCE, superior, REFORM, BASIS)
                  .decide(province, ADMIN, WHEN, AGENCIES),
          "superior");
    }
  }

  @Test
  void noAgencyIsPutUnderOneThatComesBelowItLater() {
    LocalDate later = REFORM.plusDays(5);
    Agencies known = agencies(List.of(new AgencyMoved(DISTRICT, OTHER_DISTRICT, later, BASIS)));
    Refused.forFields(
        () ->
            new MoveAgency(OTHER_DISTRICT, DISTRICT, REFORM, BASIS)
                .decide(agency(known, OTHER_DISTRICT), ADMIN, WHEN, known),
        "superior");
    Refused.forFields(
        () -> merge(DISTRICT, REFORM, OTHER_DISTRICT).decide(ADMIN, WHEN, known), "successor");
    assertThat(
            new MoveAgency(OTHER_DISTRICT, FINANCE, REFORM, BASIS)
                .decide(agency(known, OTHER_DISTRICT), ADMIN, WHEN, known))
        .hasSize(1);
  }

  @Test
  void changesOfOneKindFollowOneAnotherInTime() {
    Agency renamed =
        agency(
            agencies(List.of(new AgencyRenamed(DISTRICT, "UBND thị xã", REFORM, BASIS))), DISTRICT);
    Refused.forFields(
        () -> new RenameAgency(DISTRICT, " ", EVE, " ").decide(renamed, ADMIN, WHEN),
        "name",
        "basis",
        "effective");
  }

  @Test
  void severalAreMergedIntoANewOneEachInItsOwnRecord() {
    List<AgencyEvent> events =
        merge("TQG-2025", REFORM, DISTRICT, OTHER_DISTRICT).decide(ADMIN, WHEN, AGENCIES);
    assertThat(events)
        .containsExactly(
            new AgencyRegistered(
                "TQG-2025",
                "UBND tỉnh Tuyên Quang",
                AgencyKind.PEOPLES_COMMITTEE,
                AgencyLevel.PROVINCE,
                null,
                REFORM,
                null,
                "08"),
            new AgencyMerged(DISTRICT, "TQG-2025", REFORM, BASIS),
            new AgencyMerged(OTHER_DISTRICT, "TQG-2025", REFORM, BASIS));
    Agencies after = agencies(events);
    assertThat(after.exists(DISTRICT, EVE)).isTrue();
    assertThat(after.exists(DISTRICT, REFORM)).isFalse();
    assertThat(after.exists("TQG-2025", EVE)).isFalse();
    assertThat(after.exists("TQG-2025", REFORM)).isTrue();
  }

  @Test
  void theSameMergerAgainChangesNothing() {
    MergeAgencies command = merge("TQG-2025", REFORM, DISTRICT, OTHER_DISTRICT);
    List<AgencyEvent> events = command.decide(ADMIN, WHEN, AGENCIES);
    assertThat(command.decide(ADMIN, WHEN, agencies(events))).isEmpty();
  }

  @Test
  void whatHasEndedTakesNoFurtherStep() {
    Agencies merged = agencies(merge(PROVINCE, REFORM, DISTRICT).decide(ADMIN, WHEN, AGENCIES));
    Agency district = agency(merged, DISTRICT);
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> new RenameAgency(DISTRICT, "X", REFORM, BASIS).decide(district, ADMIN, WHEN));
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> merge(FINANCE, REFORM, DISTRICT).decide(ADMIN, WHEN, merged));
  }

  @Test
  void aSuccessorMustExistOnThatDayAndIsNamedWhereItHasOneItself() {
    List<AgencyEvent> events = merge(PROVINCE, REFORM, DISTRICT).decide(ADMIN, WHEN, AGENCIES);
    Refusal refusal =
        Refused.with(
            RefusalCode.INVALID_ARGUMENT,
            () -> merge(DISTRICT, REFORM, OTHER_DISTRICT).decide(ADMIN, WHEN, agencies(events)));
    assertThat(refusal.errors())
        .containsExactly(
            FieldError.of(
                "successor", "field.agency-succeeded", DISTRICT, EVE.toString(), PROVINCE));
    Refused.forFields(
        () -> merge("NOBODY", REFORM, "NOWHERE", DISTRICT).decide(ADMIN, WHEN, AGENCIES),
        "successor",
        "agencies[0]");
  }

  @Test
  void nobodySucceedsItselfNotEvenByWayOfOthers() {
    Refused.forFields(
        () -> merge(DISTRICT, REFORM, DISTRICT).decide(ADMIN, WHEN, AGENCIES), "successor");
    List<AgencyEvent> events =
        merge(OTHER_DISTRICT, REFORM.plusDays(1), DISTRICT).decide(ADMIN, WHEN, AGENCIES);
    Refused.forFields(
        () -> merge(DISTRICT, REFORM, OTHER_DISTRICT).decide(ADMIN, WHEN, agencies(events)),
        "successor");
  }

  @Test
  void whoStandsUnderAnAgencyTakesItOverOnlyAfterItIsMovedAway() {
    MergeAgencies merger = merge(DISTRICT, REFORM, PROVINCE);
    Refusal refusal =
        Refused.with(RefusalCode.INVALID_ARGUMENT, () -> merger.decide(ADMIN, WHEN, AGENCIES));
    assertThat(refusal.errors())
        .containsExactly(FieldError.of("successor", "field.below-predecessor", DISTRICT));
    List<AgencyEvent> moved = List.of(new AgencyMoved(DISTRICT, null, REFORM, BASIS));
    assertThat(merger.decide(ADMIN, WHEN, agencies(moved)))
        .containsExactly(new AgencyMerged(PROVINCE, DISTRICT, REFORM, BASIS));
    RegisterAgency below =
        new RegisterAgency(
            "HGI.9", "UBND", NEW.kind(), NEW.level(), PROVINCE, REFORM.minusDays(1), null, null);
    Refused.forFields(
        () ->
            new MergeAgencies(List.of(PROVINCE), below.code(), List.of(below), REFORM, BASIS)
                .decide(ADMIN, WHEN, AGENCIES),
        "successor");
  }

  @Test
  void aMergerNamesEachAgencyOnce() {
    Refused.forFields(
        () -> merge(PROVINCE, REFORM, DISTRICT, DISTRICT).decide(ADMIN, WHEN, AGENCIES),
        "agencies[1]");
  }

  @Test
  void aFoundedAgencyIsCheckedLikeARegisteredOne() {
    RegisterAgency faulty =
        new RegisterAgency("Sở mới", " ", NEW.kind(), NEW.level(), "NOBODY", REFORM, EVE, null);
    Refused.forFields(
        () ->
            new MergeAgencies(List.of(DISTRICT), "Sở mới", List.of(faulty), REFORM, BASIS)
                .decide(ADMIN, WHEN, AGENCIES),
        "founded[0].code",
        "founded[0].name",
        "founded[0].superior",
        "founded[0].validTo");
  }

  @Test
  void whatIsFoundedToTakeOverIsThereOnTheDayOfTheReform() {
    String code = NEW.code();
    Refused.forFields(
        () -> merge(code, EVE, DISTRICT).decide(ADMIN, WHEN, AGENCIES), "founded[0].validFrom");
    Refused.forFields(
        () ->
            new SplitAgency(
                    DISTRICT,
                    PROVINCE,
                    List.of(new Share(code, List.of("plan 1"))),
                    List.of(NEW),
                    EVE,
                    BASIS)
                .decide(ADMIN, WHEN, AGENCIES),
        "founded[0].validFrom");
    Refused.forFields(
        () ->
            new DissolveAgency(DISTRICT, code, List.of(), List.of(NEW), EVE, BASIS)
                .decide(ADMIN, WHEN, AGENCIES),
        "founded[0].validFrom");
    List<AgencyEvent> founded = merge(code, REFORM, OTHER_DISTRICT).decide(ADMIN, WHEN, AGENCIES);
    Refused.forFields(
        () -> merge(code, EVE, DISTRICT).decide(ADMIN, WHEN, agencies(founded)),
        "founded[0].validFrom");
  }

  @Test
  void aDutyGoesToTheShareThatNamesItOrItsPlanElseToTheMainSuccessor() {
    List<AgencyEvent> events =
        new SplitAgency(
                DISTRICT,
                PROVINCE,
                List.of(
                    new Share(FINANCE, List.of("plan 1")),
                    new Share(HOME_AFFAIRS, List.of("duty 7"))),
                List.of(),
                REFORM,
                BASIS)
            .decide(ADMIN, WHEN, AGENCIES);
    Agencies split = agencies(events);
    assertThat(split.heir(DISTRICT, EVE, List.of("duty 7", "plan 1"))).isEqualTo(DISTRICT);
    assertThat(split.heir(DISTRICT, REFORM, List.of("duty 7", "plan 1"))).isEqualTo(HOME_AFFAIRS);
    assertThat(split.heir(DISTRICT, REFORM, List.of("duty 8", "plan 1"))).isEqualTo(FINANCE);
    assertThat(split.heir(DISTRICT, REFORM, List.of("duty 8", "plan 2"))).isEqualTo(PROVINCE);
  }

  @Test
  void aShareTakesWhatExistsAndNothingIsTakenTwice() {
    Duties duties =
        ids -> Stream.of("plan 1", "duty 7").filter(ids::contains).collect(Collectors.toSet());
    assertThat(
            split(new Share(FINANCE, List.of("plan 1")), new Share(PROVINCE, List.of("duty 7")))
                .decide(ADMIN, WHEN, AGENCIES, duties))
        .hasSize(1);
    Refused.forFields(
        () ->
            split(
                    new Share(FINANCE, List.of("plan 1", "duty 8")),
                    new Share(PROVINCE, List.of("plan 1")))
                .decide(ADMIN, WHEN, AGENCIES, duties),
        "shares[0].takes[1]",
        "shares[1].takes[0]");
  }

  private static SplitAgency split(Share... shares) {
    return new SplitAgency(DISTRICT, PROVINCE, List.of(shares), List.of(), REFORM, BASIS);
  }

  @Test
  void aChainOfSuccessorsEndsWithTheLivingOneOfTheDay() {
    List<AgencyEvent> events = after(List.of(), merge(OTHER_DISTRICT, REFORM, DISTRICT));
    events =
        after(
            events,
            new DissolveAgency(
                OTHER_DISTRICT, FINANCE, List.of(), List.of(), REFORM.plusYears(1), BASIS));
    Agencies agencies = agencies(events);
    assertThat(agencies.heir(DISTRICT, REFORM, List.of())).isEqualTo(OTHER_DISTRICT);
    assertThat(agencies.heir(DISTRICT, REFORM.plusYears(1), List.of())).isEqualTo(FINANCE);
    assertThat(agencies.successors(DISTRICT)).containsExactly(OTHER_DISTRICT, FINANCE);
  }

  @Test
  void theSuccessorOfASuperiorStandsAboveThoseThatItLeft() {
    Agencies agencies = agencies(merge("TQG-2025", REFORM, PROVINCE).decide(ADMIN, WHEN, AGENCIES));
    assertThat(agencies.superiors(DISTRICT, EVE)).containsExactly(PROVINCE);
    assertThat(agencies.superiors(DISTRICT, REFORM)).containsExactly("TQG-2025");
  }

  @Test
  void anAgencyEndsAfterItBeganAndNotAfterItsKnownEnd() {
    Refused.forFields(
        () -> merge(PROVINCE, LocalDate.of(2000, 1, 1), DISTRICT).decide(ADMIN, WHEN, AGENCIES),
        "effective");
    AgencyRegistered dated =
        new AgencyRegistered(
            "HGI.027", "UBND huyện", NEW.kind(), NEW.level(), PROVINCE, EVE, EVE, null);
    Agencies agencies = agencies(List.of(dated));
    assertThat(merge(PROVINCE, REFORM, "HGI.027").decide(ADMIN, WHEN, agencies)).hasSize(1);
    Refused.forFields(
        () -> merge(PROVINCE, REFORM.plusDays(1), "HGI.027").decide(ADMIN, WHEN, agencies),
        "effective");
  }
}
