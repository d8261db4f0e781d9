package plantrail.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TimelinessTest {
  private static final LocalDate DUE = LocalDate.of(2024, 5, 14);

  @Test
  void theLastTimelyDayIsStillInTime() {
    assertThat(Timeliness.of(DUE, null, DUE, false)).isEqualTo(Timeliness.OPEN_IN_TIME);
    assertThat(Timeliness.of(DUE, DUE, DUE, false)).isEqualTo(Timeliness.DONE_ON_TIME);
  }

  @Test
  void theDayAfterIsNot() {
    LocalDate next = DUE.plusDays(1);
    assertThat(Timeliness.of(DUE, null, next, false)).isEqualTo(Timeliness.OPEN_OVERDUE);
    assertThat(Timeliness.of(DUE, next, next, false)).isEqualTo(Timeliness.DONE_LATE);
  }

  @Test
  void whatWasHandedInTimeStaysInTimeEverAfter() {
    assertThat(Timeliness.of(DUE, DUE, DUE.plusYears(2), false)).isEqualTo(Timeliness.DONE_ON_TIME);
  }

  @Test
  void aRequestIsNeverInBreach() {
    LocalDate next = DUE.plusDays(1);
    assertThat(Timeliness.of(DUE, null, next, true)).isEqualTo(Timeliness.OPEN_AWAITED);
    assertThat(Timeliness.of(DUE, next, next, true)).isEqualTo(Timeliness.DONE_UNDATED);
    assertThat(Timeliness.of(DUE, null, DUE, true)).isEqualTo(Timeliness.OPEN_IN_TIME);
  }

  @Test
  void withoutADayNothingIsLate() {
    assertThat(Timeliness.of(null, null, DUE, false)).isEqualTo(Timeliness.OPEN_UNDATED);
    assertThat(Timeliness.of(null, DUE, DUE, false)).isEqualTo(Timeliness.DONE_UNDATED);
  }
}
