package plantrail.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plantrail.kernel.message.Refusal;
import plantrail.query.Log;
import plantrail.query.QuerySideTest;
import plantrail.query.Story;
import plantrail.query.agencies.AgencyPage;
import plantrail.query.agencies.FindAgencies;

/** Two writers, one of whose clocks is behind the other's. */
class MomentsIT extends QuerySideTest {

  @BeforeAll
  void threeAgencies() {
    Log log = log();
    log.append("2024-05-10T03:00:00Z", Story.agencies()[0]);
    log.append("2024-05-10T02:59:00Z", Story.agencies()[1]);
    log.append("2024-05-11T17:30:00Z", Story.agencies()[2]);
    settle();
  }

  private AgencyPage asOf(String at) {
    return queries.ask(
        new FindAgencies(AUDITOR, new When(at, null), FindAgencies.Filter.NONE, Paging.FIRST),
        AgencyPage.class);
  }

  @Test
  void aMomentIsTheGreatestPositionRecordedUntilThen() {
    assertThat(asOf("2024-05-10T10:00:00+07:00").asOf().position()).isEqualTo(2);
    assertThat(asOf("2024-05-10T10:00:00 07:00").asOf().position()).isEqualTo(2);
    assertThat(asOf("2024-05-10T09:59:30+07:00").asOf().position()).isEqualTo(2);
    assertThat(asOf("2024-05-10T09:58:59+07:00").asOf().position()).isZero();
    assertThat(asOf("2024-05-10T09:58:59+07:00").items()).isEmpty();
  }

  @Test
  void aDayEndsAtMidnightInVietnam() {
    // 17:30 on the 11th in Greenwich is half past midnight on the 12th.
    assertThat(asOf("2024-05-11").items()).hasSize(2);
    assertThat(asOf("2024-05-12").items()).hasSize(3);
    assertThat(asOf("2024-05-11").asOf().time()).isEqualTo("2024-05-11T16:59:59.999999Z");
  }

  @Test
  void todayIsTheLastDayThatCanBeAskedFor() {
    assertThat(asOf(LocalDate.of(2024, 12, 31).toString()).items()).hasSize(3);
    assertThatThrownBy(() -> asOf("2025-01-01")).isInstanceOf(Refusal.class);
    // 17:00 in Greenwich is the next day here.
    clock.set(Instant.parse("2024-12-31T17:00:00Z"));
    assertThat(asOf("2025-01-01").items()).hasSize(3);
  }

  @Test
  void aPositionIsTakenAsItIs() {
    assertThat(asOf("#0").items()).isEmpty();
    assertThat(asOf("#1").items()).hasSize(1);
    assertThat(asOf("#3").asOf().time()).isEqualTo("2024-05-11T17:30:00Z");
    assertThatThrownBy(() -> asOf("#4")).isInstanceOf(Refusal.class);
  }
}
