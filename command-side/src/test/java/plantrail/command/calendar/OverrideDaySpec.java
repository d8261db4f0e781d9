package plantrail.command.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.command.Given.NOW;
import static plantrail.command.Given.PROVINCE;
import static plantrail.command.Given.TODAY;
import static plantrail.command.Given.official;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import plantrail.command.Refused;
import plantrail.command.calendar.domain.NoticedDays;
import plantrail.command.calendar.overrideday.OverrideDay;
import plantrail.kernel.calendar.CalendarId;
import plantrail.kernel.calendar.DayKind;
import plantrail.kernel.calendar.DayOverridden;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.message.Role;

class OverrideDaySpec {
  private static final Actor ADMIN = new Actor("admin", "Quản trị", null, Role.ADMIN);
  private static final LocalDate SATURDAY = LocalDate.of(2024, 5, 18);

  private static OverrideDay worked(LocalDate day) {
    return new OverrideDay(day, DayKind.WORKED, "Thông báo 30/4", OverrideDay.Reach.ALL_PLANS);
  }

  private static DayOverridden overridden(boolean worked) {
    return new DayOverridden(CalendarId.of(2024).value(), SATURDAY, worked, "Thông báo 30/4", true);
  }

  @Test
  void theKeeperEntersWhatANoticeMakesOfADay() {
    assertThat(worked(SATURDAY).decide(null, ADMIN, NOW)).containsExactly(overridden(true));
  }

  @Test
  void anOfficialMayNot() {
    Refused.with(
        RefusalCode.NOT_PERMITTED, () -> worked(SATURDAY).decide(null, official(PROVINCE), NOW));
  }

  @Test
  void theSameAgainChangesNothingAndALaterNoticeWins() {
    NoticedDays noticed = NoticedDays.evolve(null, overridden(true));
    assertThat(worked(SATURDAY).decide(noticed, ADMIN, NOW)).isEmpty();
    NoticedDays corrected = NoticedDays.evolve(noticed, overridden(false));
    assertThat(worked(SATURDAY).decide(corrected, ADMIN, NOW)).containsExactly(overridden(true));
  }

  @Test
  void todayAndDaysThatHavePassedStayWhatTheyWere() {
    Refused.forFields(() -> worked(TODAY).decide(null, ADMIN, NOW), "day");
    Refused.forFields(() -> worked(TODAY.minusYears(1)).decide(null, ADMIN, NOW), "day");
    assertThat(worked(TODAY.plusDays(1)).decide(null, ADMIN, NOW)).hasSize(1);
  }

  @Test
  void anEmptyBasisIsRefused() {
    Refused.forFields(
        () ->
            new OverrideDay(SATURDAY, DayKind.WORKED, " ", OverrideDay.Reach.NEW_PLANS)
                .decide(null, ADMIN, NOW),
        "basis");
  }
}
