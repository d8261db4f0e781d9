package plantrail.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.booleans;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.localDates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeRuleTest {
  private static final NoticeRule USUAL = new NoticeRule(List.of(1, 7, 3), 5);

  private static Instant midnight(String day) {
    return Instant.parse(LocalDate.parse(day).minusDays(1) + "T17:00:00Z");
  }

  @Test
  void aDutyAfterTetIsRemindedBeforeTetAndEscalatedAfterFiveWorkingDays() {
    assertThat(USUAL.moments(LocalDate.of(2026, 2, 24), false, WorkingCalendar.STATUTORY))
        .containsExactly(
            new DueMoment(Notice.REMINDER, 7, midnight("2026-02-06")),
            new DueMoment(Notice.REMINDER, 3, midnight("2026-02-12")),
            new DueMoment(Notice.REMINDER, 1, midnight("2026-02-23")),
            new DueMoment(Notice.LAPSE, 0, midnight("2026-02-25")),
            new DueMoment(Notice.ESCALATION, 5, midnight("2026-03-04")));
  }

  @Test
  void aRequestIsRemindedButNeverLapsesOrEscalates() {
    assertThat(USUAL.moments(LocalDate.of(2026, 2, 24), true, WorkingCalendar.STATUTORY))
        .extracting(DueMoment::notice)
        .containsOnly(Notice.REMINDER)
        .hasSize(3);
  }

  @Test
  void theMomentsOfADutyFollowEachOther() {
    qt().forAll(
            lists().of(integers().between(1, 40)).ofSizeBetween(0, 5),
            integers().between(1, 30),
            localDates()
                .withDaysBetween(
                    LocalDate.of(2020, 1, 1).toEpochDay(), LocalDate.of(2060, 1, 1).toEpochDay()),
            booleans().all())
        .checkAssert((before, after, due, request) -> {
          List<DueMoment> moments =
              new NoticeRule(before, after).moments(due, request, WorkingCalendar.STATUTORY);
          assertThat(moments).hasSize((int) before.stream().distinct().count() + (request ? 0 : 2));
          assertThat(moments.stream().map(DueMoment::at).distinct()).hasSameSizeAs(moments);
          assertThat(moments).extracting(DueMoment::at).isSorted();
        });
  }

  @Test
  void aNoticeOnTheDayItselfIsNoReminder() {
    assertThatIllegalArgumentException().isThrownBy(() -> new NoticeRule(List.of(0), 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new NoticeRule(List.of(1), 0));
  }
}
