package plantrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plantrail.kernel.agency.AgencyMerged;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.model.ModelAssessed;
import plantrail.kernel.model.ModelBuilt;
import plantrail.kernel.model.ModelId;
import plantrail.kernel.model.ModelRecognised;
import plantrail.kernel.model.ModelRegistered;
import plantrail.kernel.model.ModelState;
import plantrail.kernel.model.ModelTransferred;
import plantrail.kernel.model.ModelWithdrawn;
import plantrail.kernel.plan.Comparison;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.Product;
import plantrail.kernel.target.MeasurementRecorded;
import plantrail.kernel.target.TargetChanged;
import plantrail.kernel.target.TargetId;
import plantrail.kernel.target.TargetSet;
import plantrail.kernel.target.TargetTransferred;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskCancelled;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskReassigned;
import plantrail.kernel.task.TaskTransferred;
import tools.jackson.databind.JsonNode;

/** How targets stand: one that counts models, and one that is measured. */
class CountedModelsIT extends QuerySideTest {
  private final PlanIssued plan = Story.plan("73", "HGI", "HGI.SNV");
  private final TargetSet built = target("T9", null);
  private final TargetSet registered = target("T8", ModelState.REGISTERED);
  private final TargetSet recognised = target("T7", ModelState.RECOGNISED);

  private TargetSet target(String mark, @Nullable ModelState from) {
    return target(plan, mark, from);
  }

  private static TargetSet target(PlanIssued plan, String mark, @Nullable ModelState from) {
    return new TargetSet(
        TargetId.of(plan.planId(), mark).value(),
        plan.planId(),
        plan.document(),
        mark,
        "Số mô hình mỗi đơn vị",
        Comparison.AT_LEAST,
        BigDecimal.ONE,
        "mô hình",
        LocalDate.of(2024, 12, 31),
        Product.MODEL,
        from,
        null,
        plan.issuer(),
        plan.focal(),
        plan.issueDate(),
        null,
        plan.document());
  }

  private TaskAssigned duty(String agency) {
    return duty(plan, agency, DutyRole.EXECUTE);
  }

  private static TaskAssigned duty(PlanIssued plan, String agency, DutyRole role) {
    return new TaskAssigned(
        TaskId.of(plan.planId(), "A9", agency).value(),
        plan.planId(),
        plan.document(),
        "A9",
        "II.4",
        "Xây dựng ít nhất một mô hình",
        agency,
        List.of(role),
        null,
        null,
        plan.issuer(),
        plan.focal(),
        Product.MODEL,
        null,
        plan.issueDate(),
        null,
        null);
  }

  private static final PlanIssued OTHER = Story.plan("74", "HGI", "HGI.SNV");

  /** A plan that wants a model of each agency and gives nobody the duty to build one. */
  @Test
  void whereNobodyHasToBuildOneItIsPromisedOfEachThatHasAPartInThePlan() {
    TargetSet each = target(OTHER, "T1", null);
    TaskAssigned own = Story.task(OTHER, "A1", "HGI.026", null, DutyRole.LEAD);
    TaskAssigned dropped = Story.task(OTHER, "A1", "HGI.STC", null, DutyRole.LEAD);
    TaskAssigned asked = Story.task(OTHER, "A2", "CBA", null, DutyRole.REQUEST);
    ModelRegistered model = Story.model(OTHER, "HGI.026", "Chợ phiên không rác");
    ModelRegistered second = Story.model(OTHER, "HGI.027", "Tuyến đường hoa");
    log()
        .append(
            "2024-11-10T02:00:00Z",
            OTHER,
            each,
            own,
            dropped,
            asked,
            Story.report(
                OTHER,
                new Period(Frequency.QUARTER, 2024, 4),
                "HGI.027",
                LocalDate.of(2024, 12, 14)),
            new TaskCancelled(dropped.taskId(), "Không còn giao", null));
    log().append("2024-11-11T02:00:00Z", model, new ModelBuilt(model.modelId(), "Bốn phiên"));
    log().append("2024-11-12T02:00:00Z", second, new ModelBuilt(second.modelId(), "Hai tuyến"));
    settle();
    assertThat(stands(each, "2024-11-10")).containsExactly("NOT_ATTAINED", "HGI.026", "HGI.027");
    assertThat(stands(each, "2024-11-11")).containsExactly("NOT_ATTAINED", "HGI.026", "HGI.027");
    assertThat(stands(each, "2024-11-12")).containsExactly("ATTAINED", "HGI.026", "HGI.027");
    log()
        .append(
            "2024-11-13T02:00:00Z",
            new AgencyMerged("HGI.027", "HGI.026", LocalDate.of(2024, 11, 13), "NQ 1"));
    log()
        .follow(
            Instant.parse("2024-11-13T02:00:01Z"),
            "HGI.027",
            new ModelTransferred(second.modelId(), "HGI.027", "HGI.026", "NQ 1", "NQ 1"));
    settle();
    assertThat(stands(each, "2024-11-13"))
        .as("nothing is awaited of whoever has ended")
        .containsExactly("ATTAINED", "HGI.026");
    assertThat(stands(each, "2024-11-12")).containsExactly("ATTAINED", "HGI.026", "HGI.027");
  }

  private List<String> stands(TargetSet target, String day) {
    String attainment =
        get("HGI", "/api/targets/" + target.targetId(), "at", day)
            .json()
            .path("attainment")
            .asString();
    return Stream.concat(Stream.of(attainment), counted(target, day).stream()).toList();
  }

  private ModelRegistered copy(ModelRegistered model, String agency, int year) {
    return copy(model, plan, agency, year);
  }

  private static ModelRegistered copy(
      ModelRegistered model, PlanIssued plan, String agency, int year) {
    return new ModelRegistered(
        ModelId.of(plan.planId(), agency, year, model.title()).value(),
        plan.planId(),
        plan.document(),
        agency,
        year,
        model.title(),
        null,
        null,
        model.modelId(),
        plan.issuer(),
        plan.focal(),
        LocalDate.of(2024, 6, 3));
  }

  @BeforeAll
  void story() {
    ModelRegistered model = Story.model(plan, "HGI.026", "Chợ phiên không rác");
    ModelRegistered later = copy(model, "HGI.027", 2025);
    ModelRegistered withdrawn = Story.model(plan, "HGI.SNV", "Một cửa thân thiện");
    Log log = log();
    log.append("2020-01-01T00:00:00Z", Story.agencies());
    log.append("2024-02-28T02:00:00Z", plan, built, registered, recognised);
    TaskAssigned dropped = duty("HGI.STC");
    TaskAssigned moved = duty("HGI.026.01");
    log.append("2024-03-01T02:00:00Z", dropped, moved);
    log.append(
        "2024-03-10T02:00:00Z",
        new TaskCancelled(dropped.taskId(), "Không còn giao", "812/UBND-NC"),
        new TaskReassigned(moved.taskId(), moved.agency(), "HGI.027", "Đổi đơn vị", null));
    log.append("2024-03-20T02:00:00Z", new TaskCancelled(moved.taskId(), "Không còn giao", null));
    log.append(
        "2024-06-03T02:00:00Z",
        model,
        later,
        new ModelBuilt(later.modelId(), "Xong sớm"),
        withdrawn,
        new ModelBuilt(withdrawn.modelId(), "Có bảng tin"),
        new ModelAssessed(withdrawn.modelId(), "HGI.SNV", "Tốt"),
        new ModelRecognised(withdrawn.modelId(), null));
    log.append("2024-07-01T02:00:00Z", new ModelBuilt(model.modelId(), "Bốn phiên"));
    log.append("2024-08-01T02:00:00Z", new ModelWithdrawn(withdrawn.modelId(), "Không duy trì"));
    settle();
  }

  private List<String> counted(TargetSet target, String day) {
    return get("HGI", "/api/targets/" + target.targetId(), "at", day)
        .json()
        .path("measurements")
        .valueStream()
        .map(each -> each.path("agency").asString())
        .toList();
  }

  @Test
  void aModelCountsOnceItIsBuiltUnlessTheTargetSaysOtherwise() {
    assertThat(counted(built, "2024-06-30")).containsExactly("HGI.SNV");
    assertThat(counted(built, "2024-07-31")).containsExactly("HGI.026", "HGI.SNV");
    assertThat(counted(registered, "2024-06-30")).containsExactly("HGI.026", "HGI.SNV");
    assertThat(counted(recognised, "2024-07-31")).containsExactly("HGI.SNV");
  }

  @Test
  void aDutyCountsForWhoeverHasItAndForNobodyOnceItIsCalledOff() {
    assertThat(counted(built, "2024-03-05")).containsExactly("HGI.026.01", "HGI.STC");
    assertThat(counted(built, "2024-03-15")).containsExactly("HGI.027");
    assertThat(counted(built, "2024-03-25")).isEmpty();
  }

  @Test
  void aModelThatIsWithdrawnCountsNoLongerWhateverItWas() {
    assertThat(counted(built, "2024-08-31")).containsExactly("HGI.026");
    assertThat(counted(registered, "2024-08-31")).containsExactly("HGI.026");
    assertThat(counted(recognised, "2024-08-31")).isEmpty();
  }

  @Test
  void aChangedPromiseIsHeldAgainstTheFirstOneAsWell() {
    TargetSet measured = Story.target(plan);
    log()
        .append(
            "2024-09-02T02:00:00Z",
            measured,
            Story.measured(plan, null),
            new TargetChanged(
                measured.targetId(),
                measured.value(),
                null,
                measured.indicator(),
                Comparison.AT_LEAST,
                new BigDecimal("99"),
                "%",
                LocalDate.of(2024, 9, 30),
                null,
                null,
                null,
                "Nâng mức",
                "CV 8"));
    log()
        .append(
            "2024-10-02T02:00:00Z",
            new MeasurementRecorded(
                measured.targetId(),
                "HGI.027",
                LocalDate.of(2024, 10, 1),
                new BigDecimal("99.5"),
                null,
                null));
    settle();
    String path = "/api/targets/" + measured.targetId();
    var then = get("HGI", path, "at", "2024-09-03").json();
    assertThat(then.path("attainment").asString()).isEqualTo("NOT_ATTAINED");
    assertThat(then.path("originalAttainment").asString()).isEqualTo("ATTAINED");
    var now = get("HGI", path).json();
    assertThat(now.path("attainedBy").asInt()).isEqualTo(1);
    assertThat(now.path("attainedLateBy").asInt()).isEqualTo(1);
    assertThat(now.path("measurements").path(1).path("attainment").asString())
        .isEqualTo("ATTAINED_LATE");
    assertThat(get("HGI.027", path).json().path("attainment").asString())
        .isEqualTo("ATTAINED_LATE");
    assertThat(page("HGI", "vi", "/targets").body())
        .contains("1/2 đơn vị đạt, 1 đạt muộn", "theo mức và hạn ban đầu: Đạt");
  }

  private static TargetChanged changed(
      TargetSet target,
      int value,
      LocalDate byWhen,
      @Nullable ModelState from,
      @Nullable List<String> agencies) {
    return new TargetChanged(
        target.targetId(),
        target.value(),
        target.byWhen(),
        target.indicator(),
        target.comparison(),
        BigDecimal.valueOf(value),
        target.unit(),
        byWhen,
        target.counts(),
        from,
        agencies,
        "Điều chỉnh",
        "CV 9");
  }

  private String originally(TargetSet target, String day) {
    return get("HGI", "/api/targets/" + target.targetId(), "at", day)
        .json()
        .path("originalAttainment")
        .asString();
  }

  @Test
  void whatIsCountedFirstIsCountedAsItWasFirstPromised() {
    PlanIssued own = Story.plan("77", "HGI", "HGI.SNV");
    TargetSet eased = target(own, "T1", ModelState.RECOGNISED);
    TargetSet delayed = target(own, "T2", null);
    TaskAssigned asked = duty(own, "HGI.026", DutyRole.EXECUTE);
    TaskAssigned dropped = duty(own, "HGI.STC", DutyRole.EXECUTE);
    ModelRegistered model = Story.model(own, "HGI.026", "Chợ không rác");
    ModelRegistered next = copy(model, own, "HGI.STC", 2025);
    log().append("2024-12-01T02:00:00Z", own, eased, delayed, asked, dropped, model, next);
    log()
        .append(
            "2024-12-02T02:00:00Z",
            new ModelBuilt(model.modelId(), "Xong"),
            new ModelBuilt(next.modelId(), "Xong"),
            changed(eased, 1, LocalDate.of(2025, 12, 31), null, null),
            changed(delayed, 1, LocalDate.of(2025, 12, 31), null, null));
    settle();
    assertThat(stands(eased, "2024-12-02")).startsWith("ATTAINED");
    assertThat(originally(eased, "2024-12-02")).as("none is recognised").isEqualTo("NOT_ATTAINED");
    assertThat(stands(delayed, "2024-12-02")).startsWith("ATTAINED");
    assertThat(originally(delayed, "2024-12-02"))
        .as("one is of the year after")
        .isEqualTo("NOT_ATTAINED");
    assertThat(page("HGI", "vi", "/targets", "plan", own.planId()).body())
        .contains("tự đếm mô hình, từ: Đã xây dựng", "ban đầu đếm từ: Được công nhận");
    TargetSet unchanged = target(own, "T3", null);
    log()
        .append(
            "2024-12-03T02:00:00Z",
            unchanged,
            new TaskCancelled(dropped.taskId(), "Không còn giao", "CV 10"));
    settle();
    assertThat(stands(unchanged, "2024-12-03")).containsExactly("ATTAINED", "HGI.026");
    assertThat(originally(unchanged, "2024-12-03"))
        .as("called off, but promised")
        .isEqualTo("NOT_ATTAINED");
  }

  @Test
  void aDutyThatIsReassignedWasPromisedByWhomeverItWasFirstChargedWithOrTookOverFromThat() {
    PlanIssued own = Story.plan("78", "HGI", "HGI.SNV");
    TargetSet each = target(own, "T1", null);
    TaskAssigned moved = duty(own, "HGI.STC", DutyRole.EXECUTE);
    ModelRegistered model = Story.model(own, "HGI.026", "Chợ không rác");
    log()
        .append(
            "2024-12-01T02:00:00Z",
            own,
            each,
            moved,
            model,
            new ModelBuilt(model.modelId(), "Xong"));
    log()
        .append(
            "2024-12-02T02:00:00Z",
            new TaskReassigned(moved.taskId(), "HGI.STC", "HGI.026", "Đổi đơn vị", "CV 11"));
    log()
        .append(
            "2024-12-03T02:00:00Z",
            new TaskTransferred(moved.taskId(), "HGI.STC", "HGI.026", "Sáp nhập", "NQ 2"));
    settle();
    assertThat(stands(each, "2024-12-01")).containsExactly("NOT_ATTAINED", "HGI.026", "HGI.STC");
    assertThat(originally(each, "2024-12-01")).isEqualTo("NOT_ATTAINED");
    assertThat(stands(each, "2024-12-02")).containsExactly("ATTAINED", "HGI.026");
    assertThat(originally(each, "2024-12-02")).isEqualTo("NOT_ATTAINED");
    assertThat(originally(each, "2024-12-03")).as("who took over").isEqualTo("ATTAINED");
  }

  @Test
  void whoIsNamedOnlyLaterIsNotHeldAgainstTheFirstPromiseAndWhoIsNamedNoLongerIs() {
    TargetSet set = measured("T11", List.of("HGI.026", "HGI.027"));
    log()
        .append(
            "2024-12-05T02:00:00Z",
            set,
            recorded(set, "HGI.026", 95),
            changed(set, 90, LocalDate.of(2024, 12, 31), null, List.of("HGI.026", "HGI.STC")));
    log().append("2024-12-06T02:00:00Z", recorded(set, "HGI.STC", 60));
    log().append("2024-12-07T02:00:00Z", recorded(set, "HGI.027", 95));
    settle();
    var then = get("HGI", "/api/targets/" + set.targetId(), "at", "2024-12-06").json();
    assertThat(then.path("attainment").asString()).isEqualTo("NOT_ATTAINED");
    assertThat(then.path("originalAttainment").asString()).isEqualTo("NOT_MEASURED");
    assertThat(then.path("originallyNotMeasured").path(0).asString()).isEqualTo("HGI.027");
    assertThat(originally(set, "2024-12-07")).isEqualTo("ATTAINED");
  }

  @Test
  void whatWasMeasuredWhereNothingIsPromisedDecidesNothingWhoeverIsNamedLater() {
    TargetSet set = measured("T12", List.of("HGI.STC"));
    log()
        .append(
            "2024-12-08T02:00:00Z",
            set,
            recorded(set, "HGI.STC", 95),
            recorded(set, "HGI.027", 10));
    log()
        .append(
            "2024-12-09T02:00:00Z",
            changed(set, 90, LocalDate.of(2024, 12, 31), null, List.of("HGI.STC", "HGI.027")));
    log()
        .append(
            "2024-12-10T02:00:00Z",
            changed(set, 90, LocalDate.of(2024, 12, 31), null, List.of("HGI.STC")));
    settle();
    String path = "/api/targets/" + set.targetId();
    assertThat(
            List.of("2024-12-08", "2024-12-09", "2024-12-10").stream()
                .map(day -> get("HGI", path, "at", day).json())
                .map(each ->
                    each.path("attainment").asString()
                        + " "
                        + each.path("originalAttainment").asString()))
        .containsExactly("ATTAINED ATTAINED", "NOT_ATTAINED ATTAINED", "ATTAINED ATTAINED");
    assertThat(get("HGI", path).json().path("measurements").size()).isEqualTo(2);
  }

  private TargetSet measured(String mark, List<String> agencies) {
    return new TargetSet(
        TargetId.of(plan.planId(), mark).value(),
        plan.planId(),
        plan.document(),
        mark,
        "Tỷ lệ hồ sơ đúng hạn",
        Comparison.AT_LEAST,
        BigDecimal.valueOf(90),
        "%",
        LocalDate.of(2024, 12, 31),
        null,
        null,
        agencies,
        plan.issuer(),
        plan.focal(),
        plan.issueDate(),
        null,
        plan.document());
  }

  private static MeasurementRecorded recorded(TargetSet target, String agency, int value) {
    return new MeasurementRecorded(
        target.targetId(),
        agency,
        LocalDate.of(2024, 12, 4),
        BigDecimal.valueOf(value),
        null,
        null);
  }

  @Test
  void aTargetIsAttainedOnceAllThatAreToBeMeasuredAttainIt() {
    TargetId id = TargetId.of(plan.planId(), "T6");
    TargetSet bound =
        new TargetSet(
            id.value(),
            plan.planId(),
            plan.document(),
            "T6",
            "Hồ sơ quá hạn",
            Comparison.LOWER_THAN_LAST_YEAR,
            null,
            "hồ sơ",
            null,
            null,
            null,
            List.of("HGI.026", "HGI.027", "HGI.SNV"),
            plan.issuer(),
            plan.focal(),
            plan.issueDate(),
            null,
            plan.document());
    LocalDate day = LocalDate.of(2024, 11, 1);
    log().append("2024-11-02T02:00:00Z", bound, fewer(id, "HGI.026", day));
    log().append("2024-11-03T02:00:00Z", fewer(id, "HGI.SNV", day));
    // Whoever was measured stays; whoever takes over from another is measured instead.
    log()
        .append(
            "2024-11-04T02:00:00Z",
            new TargetTransferred(id.value(), "HGI.SNV", "HGI.STC", "Sáp nhập", "NQ 1"),
            new TargetTransferred(id.value(), "HGI.027", "HGI.STC", "Sáp nhập", "NQ 1"));
    log().append("2024-11-05T02:00:00Z", fewer(id, "HGI.STC", day));
    settle();
    assertThat(missing(id, "2024-11-02")).containsExactly("NOT_MEASURED", "HGI.027", "HGI.SNV");
    assertThat(missing(id, "2024-11-03")).containsExactly("NOT_MEASURED", "HGI.027");
    assertThat(missing(id, "2024-11-04")).containsExactly("NOT_MEASURED", "HGI.STC");
    assertThat(missing(id, "2024-11-05")).containsExactly("ATTAINED");
    assertThat(page("HGI", "vi", "/targets?at=2024-11-03&agency=HGI.027").body())
        .contains("chưa đo ở 1 đơn vị", "UBND huyện Mèo Vạc", "thấp hơn năm trước");
    assertThat(get("HGI.026", "/api/targets/" + id, "at", "2024-11-02").json().path("attainment"))
        .hasToString("\"ATTAINED\"");
  }

  private static MeasurementRecorded fewer(TargetId id, String agency, LocalDate day) {
    return new MeasurementRecorded(id.value(), agency, day, BigDecimal.ONE, BigDecimal.TEN, null);
  }

  private List<String> missing(TargetId id, String day) {
    JsonNode target = get("HGI", "/api/targets/" + id, "at", day).json();
    return Stream.concat(
            Stream.of(target.path("attainment")), target.path("notMeasured").valueStream())
        .map(JsonNode::asString)
        .toList();
  }

  @Test
  void aModelForAYearAfterTheTargetsIsNotCounted() {
    assertThat(counted(registered, "2024-08-31")).doesNotContain("HGI.027");
  }
}
