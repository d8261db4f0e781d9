package plantrail.command.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.command.Given.official;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantrail.command.Given;
import plantrail.command.Refused;
import plantrail.command.mandate.domain.Mandate;
import plantrail.command.mandate.grantmandate.GrantMandate;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.mandate.MandateGranted;
import plantrail.kernel.mandate.MandateRevoked;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;

class MandateSpec {
  private static List<MandateGranted> granted(LocalDate day) {
    return granted(null, day);
  }

  private static List<MandateGranted> decided(GrantMandate grant) {
    return grant.decide(
        null,
        official(Given.DISTRICT),
        Given.WHEN,
        Given.AGENCIES,
        Given.plans(null),
        username -> "Bà Hoa");
  }

  private static List<MandateGranted> granted(@Nullable Mandate mandate, LocalDate day) {
    return new GrantMandate(
            Given.DISTRICT,
            "hoa",
            Given.plan().planId(),
            Given.TODAY,
            Given.TODAY.plusDays(30),
            "Giấy ủy quyền 12/GUQ-UBND")
        .decide(
            mandate,
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

  @Test
  void aMandateWhoseDaysAreOverIsNotGiven() {
    for (LocalDate to : List.of(Given.TODAY, Given.TODAY.minusDays(1))) {
      GrantMandate grant =
          new GrantMandate(
              Given.DISTRICT,
              "hoa",
              null,
              Given.TODAY.minusDays(30),
              to,
              "Giấy ủy quyền 12/GUQ-UBND");
      if (to.equals(Given.TODAY)) {
        assertThat(decided(grant)).hasSize(1);
      } else {
        Refused.forFields(() -> decided(grant), "validTo");
      }
    }
  }

  @Test
  void aGrantThatIsSentAgainDoesNotBringBackWhatWasTakenBack() {
    MandateGranted granted = granted(Given.ISSUED).getFirst();
    Mandate inForce = Mandate.evolve(null, granted, Given.taken("p"));
    assertThat(granted(inForce, Given.ISSUED)).isEmpty();
    Mandate revoked =
        Mandate.evolve(
            inForce,
            new MandateRevoked(granted.mandateId(), "Thôi giữ nhiệm vụ"),
            Given.taken("p"));
    Refusal refusal =
        Refused.with(RefusalCode.ALREADY_EXISTS, () -> granted(revoked, Given.ISSUED));
    assertThat(refusal.messageKey()).isEqualTo("refusal.mandate-revoked");
  }
}
