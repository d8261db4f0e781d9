package plantrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plantrail.kernel.model.ModelId;
import plantrail.kernel.model.ModelRegistered;
import plantrail.kernel.plan.Comparison;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.Product;
import plantrail.kernel.target.TargetId;
import plantrail.kernel.target.TargetSet;
import tools.jackson.databind.JsonNode;

/** What a target counts that promises models by a day. */
class CountedModelsIT extends QuerySideTest {
  private final PlanIssued plan = Story.plan("73", "HGI", "HGI.SNV");
  private final TargetSet target =
      new TargetSet(
          TargetId.of(plan.planId(), "T9").value(),
          plan.planId(),
          plan.document(),
          "T9",
          "Số mô hình mỗi đơn vị",
          Comparison.AT_LEAST,
          BigDecimal.ONE,
          "mô hình",
          LocalDate.of(2024, 12, 31),
          Product.MODEL,
          plan.issuer(),
          plan.focal(),
          plan.issueDate(),
          null,
          plan.document());

  private ModelRegistered copy(ModelRegistered model, String agency, int year) {
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
    Log log = log();
    log.append("2020-01-01T00:00:00Z", Story.agencies());
    log.append("2024-02-28T02:00:00Z", plan, target, model, copy(model, "HGI.027", 2025));
    settle();
  }

  @Test
  void aModelForAYearAfterTheTargetsIsNotCounted() {
    JsonNode seen = get("HGI", "/api/targets/" + target.targetId()).json();
    assertThat(seen.path("attainedBy").asInt()).isEqualTo(1);
    assertThat(seen.path("measurements").valueStream().map(each -> each.path("agency").asString()))
        .containsExactly("HGI.026");
  }
}
