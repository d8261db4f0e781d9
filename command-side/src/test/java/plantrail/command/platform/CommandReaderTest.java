package plantrail.command.platform;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plantrail.command.Command;
import plantrail.command.Refused;
import plantrail.command.agency.mergeagencies.MergeAgencies;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.budget.correctallocation.CorrectAllocation;
import plantrail.command.draft.reviseplan.RevisePlan;
import plantrail.command.plan.amendplan.AmendPlan;
import plantrail.command.plan.issueplan.IssuePlan;
import plantrail.command.plan.resumeplan.ResumePlan;
import plantrail.command.plan.revokeplan.RevokePlan;
import plantrail.command.plan.suspendplan.SuspendPlan;
import plantrail.command.report.waivereport.WaiveReport;
import plantrail.command.report.withdrawreport.WithdrawReport;
import plantrail.command.target.changetarget.ChangeTarget;
import plantrail.command.target.settarget.SetTarget;
import plantrail.command.target.withdrawtarget.WithdrawTarget;
import plantrail.command.task.accepttask.AcceptTask;
import plantrail.command.task.assigntask.AssignTask;
import plantrail.command.task.canceltask.CancelTask;
import plantrail.command.task.reassigntask.ReassignTask;
import plantrail.command.task.returntaskresult.ReturnTaskResult;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.RefusalCode;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What no command may hold, since the log or a reader of it could not keep it. */
class CommandReaderTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final CommandReader reader = new CommandReader();

  private static JsonNode json(String singleQuoted) {
    return JSON.readTree(singleQuoted.replace('\'', '"'));
  }

  private List<FieldError> errors(Class<? extends Command> type, String json) {
    return Refused.with(RefusalCode.INVALID_ARGUMENT, () -> reader.read(type, json(json))).errors();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\u0000", "\\u0007", "\\u001b", "\\u007f", "\\u0085", "\\ud83d", "\\ude00"})
  void noTextHasControlCharactersOrHalfCharacters(String character) {
    assertThat(
            errors(
                ReturnTaskResult.class,
                "{'taskId': 'a%1$s', 'reason': 'Thiếu%1$s số liệu'}".formatted(character)))
        .containsExactlyInAnyOrder(
            FieldError.of("taskId", "field.control-character"),
            FieldError.of("reason", "field.control-character"));
  }

  @Test
  void tabsLineBreaksAndCharactersOutsideTheBasicPlaneAreText() {
    String reason = "Thiếu\\tsố\\r\\nliệu \\ud83d\\ude00";
    assertThat(
            reader
                .read(ReturnTaskResult.class, json("{'taskId': 'a', 'reason': '" + reason + "'}"))
                .command()
                .reason())
        .isEqualTo("Thiếu\tsố\r\nliệu \ud83d\ude00");
  }

  @Test
  void listsAndTheirRecordsAreReadLikeAllElse() {
    assertThat(
            errors(
                IssuePlan.class,
                """
                {'kind': 'KH', 'number': '1', 'symbol': 'KH-UBND', 'issueDate': '2024-01-01',
                 'issuer': 'HGI', 'title': 'Kế hoạch', 'items': [{'outline': 'I', 'title': '\\u0000'}],
                 'signer': {'name': 'A', 'capacities': ['TM.\\u0001']}}
                """))
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder("items[0].title", "signer.capacities[0]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", 'agencies': []", ", 'agencies': null"})
  void aListInWhichSomethingMustBeNamedIsNeitherEmptyNorLeftOut(String agencies) {
    assertThat(
            errors(
                MergeAgencies.class,
                "{'successor': 'X', 'effective': '2025-07-01', 'basis': 'NQ 1'" + agencies + "}"))
        .containsExactly(FieldError.of("agencies", "field.empty-list"));
  }

  @Test
  void soIsOneInARecordWithin() {
    assertThat(
            errors(
                IssuePlan.class,
                """
                {'kind': 'KH', 'number': '1', 'symbol': 'KH-UBND', 'issueDate': '2024-01-01',
                 'issuer': 'HGI', 'title': 'Kế hoạch',
                 'assignments': [{'id': 'A1', 'item': 'I', 'title': 'Việc',
                                  'assignees': {'agencies': ['HGI.024']}, 'roles': []}]}
                """))
        .containsExactly(FieldError.of("assignments[0].roles", "field.empty-list"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1899-12-31", "2201-01-01", "0000-01-01", "-0001-01-01", "+999999999-12-31"})
  void aDateOutOfReachIsRefused(String date) {
    assertThat(
            errors(
                RegisterAgency.class,
                """
                {'code': 'X', 'name': 'Sở', 'kind': 'DEPARTMENT', 'level': 'PROVINCE',
                 'validFrom': '%s'}
                """
                    .formatted(date)))
        .extracting(FieldError::field, FieldError::message)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("validFrom", "field.year"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "1e-999", "123456789012345678901", "0.123456789012345678901"})
  void aNumberOfTooManyDigitsIsRefused(String value) {
    assertThat(errors(IssuePlan.class, target(value)))
        .containsExactly(FieldError.of("targets[0].value", "field.too-many-digits", "20"));
  }

  @Test
  void aNumberIsReadExactly() {
    assertThat(
            reader
                .read(IssuePlan.class, json(target("12345678901.123456789")))
                .command()
                .targets()
                .getFirst()
                .value())
        .isEqualByComparingTo("12345678901.123456789");
  }

  @ParameterizedTest
  @ValueSource(strings = {"100", "100.0", "100.00", "1e2"})
  void aNumberIsTheSameHoweverItIsWritten(String value) {
    assertThat(
            reader
                .read(IssuePlan.class, json(target(value)))
                .command()
                .targets()
                .getFirst()
                .value())
        .hasToString("100");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        AmendPlan.class,
        SuspendPlan.class,
        ResumePlan.class,
        RevokePlan.class,
        ReassignTask.class,
        CancelTask.class,
        WaiveReport.class,
        WithdrawReport.class,
        SetTarget.class,
        ChangeTarget.class,
        WithdrawTarget.class,
        CorrectAllocation.class
      })
  void whoMovesADayATargetAnOwnerOrTheScopeCitesADocument(Class<? extends Command> type) {
    assertThat(errors(type, "{}")).contains(FieldError.of("basis", "field.missing"));
  }

  private static String target(String value) {
    return """
    {'kind': 'KH', 'number': '1', 'symbol': 'KH-UBND', 'issueDate': '2024-01-01', 'issuer': 'HGI',
     'title': 'Kế hoạch',
     'targets': [{'id': 'T1', 'indicator': 'Tỷ lệ', 'comparison': 'AT_LEAST', 'value': %s}]}
    """
        .formatted(value);
  }

  @Test
  void aListOfAnAmendmentThatIsLeftOutIsAnotherThingThanAnEmptyOne() {
    AmendPlan read =
        reader
            .read(
                AmendPlan.class,
                json(
                    "{'planId': 'p', 'basedOn': 1, 'reason': 'x', 'basis': 'y', 'assignments': []}"))
            .command();
    assertThat(read.assignments()).isEmpty();
    assertThat(read.reportingRules()).isNull();
    assertThat(read.clauses()).isEmpty();
  }

  @Test
  void whatWritesAnewAsAWholeSaysFromWhichVersion() {
    assertThat(errors(AmendPlan.class, "{'planId': 'p', 'reason': 'x', 'basis': 'y'}"))
        .containsExactly(FieldError.of("basedOn", "field.missing"));
    assertThat(
            errors(
                RevisePlan.class,
                "{'draftId': 'd', 'basedOn': null, 'content': {'issuer': 'HGI'}}"))
        .containsExactly(FieldError.of("basedOn", "field.missing"));
  }

  @Test
  void aNumberIsNoText() {
    assertThat(errors(AcceptTask.class, "{'taskId': 7}"))
        .containsExactly(FieldError.of("taskId", "field.not-text"));
  }

  @Test
  void everyCommandMayStateTheDayOnWhichItHappened() {
    CommandReader.Read<AcceptTask> read =
        reader.read(AcceptTask.class, json("{'taskId': 'a', 'happenedOn': '2024-03-01'}"));
    assertThat(read.stated()).isEqualTo(new CommandReader.Stated(LocalDate.of(2024, 3, 1), null));
    assertThat(errors(AcceptTask.class, "{'happenedOn': '01/03/2024', 'x': 1}"))
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder("taskId", "happenedOn", "x");
  }

  @Test
  void aSmallRequestMakesNoLargeAnswer() {
    String fields =
        IntStream.range(0, 3_000).mapToObj(i -> "'x" + i + "': 1").collect(joining(", "));
    assertThat(errors(AcceptTask.class, "{'taskId': 'a', " + fields + "}")).hasSize(100);
    String codes = IntStream.range(0, 5_001).mapToObj(i -> "'A'").collect(joining(", "));
    assertThat(
            errors(
                AssignTask.class,
                "{'planId': 'p', 'duty': 'd', 'title': 't', 'agency': 'a',"
                    + " 'roles': ["
                    + codes
                    + "]}"))
        .extracting(FieldError::message)
        .containsExactly("field.list-too-long");
  }
}
