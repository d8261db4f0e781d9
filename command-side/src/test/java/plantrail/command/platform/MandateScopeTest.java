package plantrail.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.command.Given.DISTRICT;
import static plantrail.command.Given.PROVINCE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import plantrail.command.Command;
import plantrail.command.Given;
import plantrail.command.GivenPlan;
import plantrail.command.draft.issuedraft.IssueDraft;
import plantrail.command.inspection.recordinspection.RecordInspection;
import plantrail.command.model.rewardmodel.RewardModel;
import plantrail.command.target.recordmeasurement.RecordMeasurement;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.MetadataKeys;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.model.AwardKind;
import plantrail.kernel.model.ModelId;
import plantrail.kernel.plan.DraftId;
import plantrail.kernel.target.TargetId;
import plantrail.platform.access.Mandates;
import plantrail.platform.messaging.ActorMetadata;

/** What a deputy records happened no sooner than the first day of the mandate. */
class MandateScopeTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 5, 10);
  private static final LocalDate EVE = FIRST.minusDays(1);

  private static final MandateScope SCOPE =
      new MandateScope(
          new Mandates(JdbcClient.create(new DriverManagerDataSource())) {
            @Override
            public LocalDate firstDay(String id) {
              return FIRST;
            }
          });

  private static final Actor OWN = Given.official(PROVINCE);
  private static final Actor DEPUTY =
      new Actor(
          OWN.person(),
          OWN.personName(),
          OWN.agency(),
          OWN.role(),
          new Actor.Mandate("m", "Bà " + PROVINCE, null));

  private static boolean passes(Actor actor, Command command, @Nullable LocalDate beside) {
    CommandMessage<Command> message = new GenericCommandMessage<>(command, ActorMetadata.of(actor));
    if (beside != null) {
      message = message.andMetaData(Map.of(MetadataKeys.HAPPENED_ON, beside.toString()));
    }
    UnitOfWork<CommandMessage<Command>> unit = DefaultUnitOfWork.startAndGet(message);
    try {
      return "passed".equals(SCOPE.handle(unit, () -> "passed"));
    } catch (Refusal refusal) {
      assertThat(refusal.code()).isEqualTo(RefusalCode.NOT_PERMITTED);
      assertThat(refusal.messageKey()).isEqualTo("refusal.before-mandate");
      assertThat(refusal.arguments()).containsExactly(FIRST.toString());
      return false;
    } catch (Exception e) {
      throw new AssertionError(e);
    } finally {
      unit.rollback();
    }
  }

  /** Commands with a day of their own on which they happened. */
  static Stream<Function<LocalDate, Command>> dated() {
    return Stream.of(
        day -> GivenPlan.usual().issuedOn(day).issue(),
        day -> new IssueDraft(DraftId.of(PROVINCE, "dan-van"), "73", "KH-UBND", day),
        day ->
            new RecordInspection(
                "p", PROVINCE, DISTRICT, day, null, List.of("Đủ"), List.of(), List.of()),
        day -> new RewardModel(new ModelId("m"), AwardKind.COMMENDATION, "1/QĐ-UBND", day, null));
  }

  @ParameterizedTest
  @MethodSource("dated")
  void whatIsSignedOrInspectedBeforeTheMandateIsRefused(Function<LocalDate, Command> of) {
    assertThat(passes(DEPUTY, of.apply(EVE), null)).isFalse();
    assertThat(passes(DEPUTY, of.apply(FIRST), null)).isTrue();
    assertThat(passes(DEPUTY, of.apply(EVE), FIRST)).isFalse();
    assertThat(passes(DEPUTY, of.apply(FIRST), EVE)).isFalse();
    assertThat(passes(OWN, of.apply(EVE), EVE)).isTrue();
  }

  @Test
  void theDayBesideACommandCountsAndTheDayThatAValueBelongsToDoesNot() {
    Command measured =
        new RecordMeasurement(new TargetId("t"), PROVINCE, EVE, BigDecimal.ONE, null, null);
    assertThat(passes(DEPUTY, measured, null)).isTrue();
    assertThat(passes(DEPUTY, measured, FIRST)).isTrue();
    assertThat(passes(DEPUTY, measured, EVE)).isFalse();
  }
}
