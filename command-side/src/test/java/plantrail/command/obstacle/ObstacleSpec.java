package plantrail.command.obstacle;

import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.command.Given.AGENCIES;
import static plantrail.command.Given.DISTRICT;
import static plantrail.command.Given.FINANCE;
import static plantrail.command.Given.HOME_AFFAIRS;
import static plantrail.command.Given.ISSUED;
import static plantrail.command.Given.OTHER_DISTRICT;
import static plantrail.command.Given.PROVINCE;
import static plantrail.command.Given.TODAY;
import static plantrail.command.Given.WHEN;
import static plantrail.command.Given.assigned;
import static plantrail.command.Given.colleague;
import static plantrail.command.Given.official;
import static plantrail.command.Given.on;
import static plantrail.command.Given.plan;
import static plantrail.command.Given.plans;
import static plantrail.command.Given.task;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantrail.command.Given;
import plantrail.command.Refused;
import plantrail.command.obstacle.answerobstacle.AnswerObstacle;
import plantrail.command.obstacle.closeobstacle.CloseObstacle;
import plantrail.command.obstacle.domain.Obstacle;
import plantrail.command.obstacle.passonobstacle.PassOnObstacle;
import plantrail.command.obstacle.raiseobstacle.RaiseObstacle;
import plantrail.command.obstacle.transferobstacle.TransferObstacle;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Occurrence;
import plantrail.command.task.domain.Tasks;
import plantrail.kernel.agency.AgencyMoved;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.obstacle.ObstacleAnswered;
import plantrail.kernel.obstacle.ObstacleClosed;
import plantrail.kernel.obstacle.ObstacleEvent;
import plantrail.kernel.obstacle.ObstacleId;
import plantrail.kernel.obstacle.ObstaclePassedOn;
import plantrail.kernel.obstacle.ObstacleRaised;
import plantrail.kernel.obstacle.ObstacleTransferred;
import plantrail.kernel.plan.PlanStatus;

class ObstacleSpec {
  private static final String TITLE = "Thiếu kinh phí đối thoại";
  private static final Tasks TASKS = id -> assigned().taskId().equals(id) ? task() : null;
  private static final ObstacleId OBSTACLE = ObstacleId.of(plan().planId(), null, DISTRICT, TITLE);
  private static final String ID = OBSTACLE.value();

  private static RaiseObstacle raise(@Nullable String task, String agency) {
    return new RaiseObstacle(plan().planId(), task, agency, TITLE, "Chưa bố trí");
  }

  private static List<ObstacleEvent> decide(
      RaiseObstacle command, @Nullable Obstacle state, String agency, Occurrence when) {
    return command.decide(state, official(agency), when, plans(plan()), TASKS, AGENCIES);
  }

  private static Obstacle obstacle(Object... eventsAndPersons) {
    Obstacle obstacle =
        Obstacle.evolve(
            null,
            decide(raise(null, DISTRICT), null, DISTRICT, WHEN).getFirst(),
            Given.taken("p." + DISTRICT));
    for (int i = 0; i < eventsAndPersons.length; i += 2) {
      obstacle =
          Obstacle.evolve(
              obstacle,
              (ObstacleEvent) eventsAndPersons[i],
              Given.taken((String) eventsAndPersons[i + 1]));
    }
    return obstacle;
  }

  private static Obstacle answered() {
    return obstacle(new ObstacleAnswered(ID, HOME_AFFAIRS, "Bổ sung"), "p." + HOME_AFFAIRS);
  }

  @Test
  void whatHindersComesToTheFocalAgencyFirst() {
    assertThat(decide(raise(null, DISTRICT), null, DISTRICT, WHEN))
        .singleElement()
        .isInstanceOfSatisfying(
            ObstacleRaised.class,
            raised -> {
              assertThat(raised.obstacleId()).isEqualTo(ID);
              assertThat(raised.holder()).isEqualTo(HOME_AFFAIRS);
              assertThat(raised.raisedOn()).isEqualTo(TODAY);
            });
  }

  @Test
  void theFocalAgencysOwnComesToTheIssuer() {
    assertThat(decide(raise(null, HOME_AFFAIRS), null, HOME_AFFAIRS, WHEN))
        .singleElement()
        .isInstanceOfSatisfying(
            ObstacleRaised.class, raised -> assertThat(raised.holder()).isEqualTo(PROVINCE));
  }

  @Test
  void onATaskOnlyTheResponsibleAgencyRaisesOne() {
    String taskId = assigned().taskId();
    assertThat(decide(raise(taskId, DISTRICT), null, DISTRICT, WHEN)).hasSize(1);
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> decide(raise(taskId, OTHER_DISTRICT), null, OTHER_DISTRICT, WHEN));
    Refused.with(
        RefusalCode.NOT_FOUND, () -> decide(raise("none", DISTRICT), null, DISTRICT, WHEN));
  }

  @Test
  void nobodyRaisesOneInAnothersNameOrWhereThePlanIsNoConcernOfTheirs() {
    Refused.with(
        RefusalCode.NOT_PERMITTED, () -> decide(raise(null, DISTRICT), null, OTHER_DISTRICT, WHEN));
    Refused.with(RefusalCode.NOT_PERMITTED, () -> decide(raise(null, "CBA"), null, "CBA", WHEN));
  }

  @Test
  void theSameIsRaisedOnce() {
    assertThat(decide(raise(null, DISTRICT), obstacle(), DISTRICT, WHEN)).isEmpty();
    Refused.with(
        RefusalCode.ALREADY_EXISTS,
        () ->
            decide(
                new RaiseObstacle(plan().planId(), null, DISTRICT, TITLE, "Khác"),
                obstacle(),
                DISTRICT,
                WHEN));
  }

  @Test
  void whatIsClosedIsRaisedAgainAsAnotherObstacle() {
    ObstacleClosed close = new ObstacleClosed(ID, null);
    Obstacle closed =
        obstacle(
            new ObstacleAnswered(ID, HOME_AFFAIRS, "Bổ sung"),
            "p." + HOME_AFFAIRS,
            close,
            "p." + DISTRICT);
    for (String detail : List.of("Chưa bố trí", "Khác")) {
      RaiseObstacle again = new RaiseObstacle(plan().planId(), null, DISTRICT, TITLE, detail);
      assertThat(decide(again, closed, DISTRICT, WHEN))
          .singleElement()
          .isInstanceOfSatisfying(
              ObstacleRaised.class,
              raised -> {
                assertThat(raised.obstacleId()).isEqualTo(OBSTACLE.again().value());
                assertThat(raised.detail()).isEqualTo(detail);
              });
    }
  }

  @Test
  void noneIsRaisedOfAPlanThatIsNotInForce() {
    for (PlanStatus status : List.of(PlanStatus.CONCLUDED, PlanStatus.SUPERSEDED)) {
      Refused.with(
          RefusalCode.INVALID_STATE,
          () ->
              raise(null, DISTRICT)
                  .decide(null, official(DISTRICT), WHEN, plans(plan(), status), TASKS, AGENCIES));
    }
  }

  @Test
  void noObstacleIsOlderThanThePlan() {
    Refused.forFields(
        () -> decide(raise(null, DISTRICT), null, DISTRICT, on(ISSUED.minusDays(1))),
        "happenedOn",
        "backdatingReason");
  }

  @Test
  void theHolderPassesItUpward() {
    assertThat(
            new PassOnObstacle(OBSTACLE, PROVINCE, "Vượt thẩm quyền")
                .decide(obstacle(), official(HOME_AFFAIRS), WHEN, AGENCIES))
        .containsExactly(new ObstaclePassedOn(ID, HOME_AFFAIRS, PROVINCE, "Vượt thẩm quyền"));
  }

  @Test
  void itIsPassedNeitherSidewaysNorBack() {
    for (String agency : List.of(FINANCE, DISTRICT, OTHER_DISTRICT, HOME_AFFAIRS, "XX")) {
      Refused.forFields(
          () ->
              new PassOnObstacle(OBSTACLE, agency, null)
                  .decide(obstacle(), official(HOME_AFFAIRS), WHEN, AGENCIES),
          "holder");
    }
  }

  @Test
  void theFocalAgencysOwnIsPassedUpwardAndNeverBackToIt() {
    Obstacle own =
        Obstacle.evolve(
            null,
            decide(raise(null, HOME_AFFAIRS), null, HOME_AFFAIRS, WHEN).getFirst(),
            Given.taken("p." + HOME_AFFAIRS));
    Agencies centre =
        Given.agencies(
            List.of(
                Given.registered("TW", null),
                new AgencyMoved(PROVINCE, "TW", LocalDate.of(2010, 1, 1), "NĐ 1")));
    assertThat(
            new PassOnObstacle(OBSTACLE, "TW", null).decide(own, official(PROVINCE), WHEN, centre))
        .hasSize(1);
    Refused.forFields(
        () ->
            new PassOnObstacle(OBSTACLE, HOME_AFFAIRS, null)
                .decide(own, official(PROVINCE), WHEN, centre),
        "holder");
  }

  @Test
  void whoeverHasItAnswers() {
    AnswerObstacle answer = new AnswerObstacle(OBSTACLE, "Bổ sung");
    assertThat(answer.decide(obstacle(), official(HOME_AFFAIRS), WHEN))
        .containsExactly(new ObstacleAnswered(ID, HOME_AFFAIRS, "Bổ sung"));
    Obstacle passedOn =
        obstacle(new ObstaclePassedOn(ID, HOME_AFFAIRS, PROVINCE, null), "p." + HOME_AFFAIRS);
    assertThat(answer.decide(passedOn, official(PROVINCE), WHEN)).hasSize(1);
    Refused.with(
        RefusalCode.NOT_PERMITTED, () -> answer.decide(passedOn, official(HOME_AFFAIRS), WHEN));
  }

  @Test
  void theSamePersonSayingTheSameAgainChangesNothingAndAnyoneElseIsToldSo() {
    AnswerObstacle answer = new AnswerObstacle(OBSTACLE, "Bổ sung");
    assertThat(answer.decide(answered(), official(HOME_AFFAIRS), WHEN)).isEmpty();
    Refused.with(
        RefusalCode.INVALID_STATE, () -> answer.decide(answered(), colleague(HOME_AFFAIRS), WHEN));
  }

  @Test
  void onlyTheAgencyThatRaisedItClosesItAndOnlyAfterTheAnswer() {
    CloseObstacle close = new CloseObstacle(OBSTACLE, "Hai xã chưa có");
    assertThat(close.decide(answered(), official(DISTRICT), WHEN))
        .containsExactly(new ObstacleClosed(ID, "Hai xã chưa có"));
    Refused.with(
        RefusalCode.NOT_PERMITTED, () -> close.decide(answered(), official(HOME_AFFAIRS), WHEN));
    Refused.with(
        RefusalCode.INVALID_STATE, () -> close.decide(obstacle(), official(DISTRICT), WHEN));
  }

  private static TransferObstacle transfer(String from, String to) {
    return new TransferObstacle(OBSTACLE, from, to, "Sáp nhập", "Nghị quyết 1/NQ-HĐND");
  }

  @Test
  void aSuccessorStandsWhereItsPredecessorStood() {
    ObstacleTransferred transferred =
        new ObstacleTransferred(ID, HOME_AFFAIRS, FINANCE, "Sáp nhập", "Nghị quyết 1/NQ-HĐND");
    assertThat(transfer(HOME_AFFAIRS, FINANCE).decide(obstacle(), Actor.SYSTEM, WHEN))
        .containsExactly(transferred);
    Obstacle after = obstacle(transferred, "system");
    AnswerObstacle answer = new AnswerObstacle(OBSTACLE, "Bổ sung");
    assertThat(answer.decide(after, official(FINANCE), WHEN)).hasSize(1);
    Refused.with(
        RefusalCode.NOT_PERMITTED, () -> answer.decide(after, official(HOME_AFFAIRS), WHEN));
    assertThat(transfer(HOME_AFFAIRS, FINANCE).decide(after, Actor.SYSTEM, WHEN)).isEmpty();
  }

  @Test
  void whatIsClosedStaysWhereItWasAndOnlyTheSystemTransfers() {
    Obstacle closed =
        obstacle(
            new ObstacleAnswered(ID, HOME_AFFAIRS, "Bổ sung"),
            "p." + HOME_AFFAIRS,
            new ObstacleClosed(ID, null),
            "p." + DISTRICT);
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> transfer(DISTRICT, OTHER_DISTRICT).decide(closed, Actor.SYSTEM, WHEN));
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> transfer(HOME_AFFAIRS, FINANCE).decide(obstacle(), official(HOME_AFFAIRS), WHEN));
  }

  @Test
  void anEmptyAnswerIsRefused() {
    Refused.forFields(
        () -> new AnswerObstacle(OBSTACLE, " ").decide(obstacle(), official(HOME_AFFAIRS), WHEN),
        "answer");
  }
}
