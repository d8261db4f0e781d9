package plantrail.command.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.command.Given.official;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import plantrail.command.Given;
import plantrail.command.Refused;
import plantrail.command.mandate.grantmandate.GrantMandate;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.mandate.MandateGranted;

class MandateSpec {
  private static List<MandateGranted> granted(LocalDate day) {
    return new GrantMandate(
            Given.DISTRICT,
            "hoa",
            Given.plan().planId(),
            Given.TODAY,
            Given.TODAY.plusDays(30),
            "Giấy ủy quyền 12/GUQ-UBND")
        .decide(
            null,
            official(Given.DISTRICT),
            new Occurrence(Given.NOW, day, "Nhập bổ sung", 7),
            Given.AGENCIES,
            Given.plans(Given.plan()),
            username -> "Bà Hoa");
  }

  @Test
  void aMandateForAPlanIsNotGivenBeforeThePlan() {
    assertThat(granted(Given.ISSUED)).hasSize(1);
    Refused.forFields(() -> granted(Given.ISSUED.minusDays(1)), "happenedOn");
  }
}
