package plantrail.command.report;

import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.command.Given.DISTRICT;
import static plantrail.command.Given.HOME_AFFAIRS;
import static plantrail.command.Given.OTHER_DISTRICT;
import static plantrail.command.Given.PROVINCE;
import static plantrail.command.Given.TODAY;
import static plantrail.command.Given.WHEN;
import static plantrail.command.Given.official;
import static plantrail.command.Given.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import plantrail.command.Given;
import plantrail.command.Refused;
import plantrail.command.platform.Taken;
import plantrail.command.report.acceptreport.AcceptReport;
import plantrail.command.report.domain.Report;
import plantrail.command.report.escalatereport.EscalateReport;
import plantrail.command.report.noticereportlapse.NoticeReportLapse;
import plantrail.command.report.remindreport.RemindReport;
import plantrail.command.report.reschedulereport.RescheduleReport;
import plantrail.command.report.revisereport.ReviseReport;
import plantrail.command.report.submitreport.SubmitReport;
import plantrail.command.report.transferreport.TransferReport;
import plantrail.command.report.urgereport.UrgeReport;
import plantrail.command.report.waivereport.WaiveReport;
import plantrail.command.report.withdrawreport.WithdrawReport;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.report.ReportEscalated;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportLapseNoticed;
import plantrail.kernel.report.ReportReminded;
import plantrail.kernel.report.ReportRescheduled;
import plantrail.kernel.report.ReportRevised;
import plantrail.kernel.report.ReportState;
import plantrail.kernel.report.ReportSubmitted;
import plantrail.kernel.report.ReportTransferred;
import plantrail.kernel.report.ReportUrged;
import plantrail.kernel.report.ReportWaived;
import plantrail.kernel.report.ReportWithdrawn;

class ReportStepsSpec {
  private static final String ID = Given.opened().reportId();
  private static final ReportId REPORT = new ReportId(ID);
  private static final LocalDate DUE = Objects.requireNonNull(Given.opened().due());
  private static final LocalDate LATER = DUE.plusDays(15);

  private static Report after(ReportEvent... events) {
    Report report = report();
    for (ReportEvent event : events) {
      report = Report.evolve(report, event, new Taken("x", Given.TODAY));
    }
    return report;
  }

  private static Report submitted() {
    return after(new ReportSubmitted(ID, "Kết quả", TODAY, List.of()));
  }

  @Test
  void whoeverItGoesToUrgesTheAgencyThatOwesIt() {
    UrgeReport urge = new UrgeReport(REPORT, "Đề nghị gửi ngay");
    for (String agency : List.of(PROVINCE, HOME_AFFAIRS)) {
      assertThat(urge.decide(report(), official(agency), WHEN))
          .containsExactly(new ReportUrged(ID, DISTRICT, "Đề nghị gửi ngay", DUE));
    }
    Refused.with(
        RefusalCode.NOT_PERMITTED, () -> urge.decide(report(), official(OTHER_DISTRICT), WHEN));
    Refused.with(
        RefusalCode.INVALID_STATE, () -> urge.decide(submitted(), official(PROVINCE), WHEN));
  }

  @Test
  void theSameWordsOnAnotherDayAreAnotherUrging() {
    ReportUrged urged = new ReportUrged(ID, DISTRICT, "Đề nghị gửi ngay", DUE);
    UrgeReport urge = new UrgeReport(REPORT, "Đề nghị gửi ngay");
    Report told =
        Report.evolve(report(), urged, new Taken(official(PROVINCE).person(), TODAY.minusDays(1)));
    assertThat(urge.decide(told, official(PROVINCE), Given.on(TODAY.minusDays(1)))).isEmpty();
    assertThat(urge.decide(told, official(PROVINCE), WHEN)).containsExactly(urged);
  }

  @Test
  void anUrgingWithoutATextIsRefused() {
    Refused.forFields(
        () -> new UrgeReport(REPORT, " ").decide(report(), official(PROVINCE), WHEN), "text");
  }

  @Test
  void whatIsWaivedIsNoLongerOwed() {
    List<ReportEvent> events =
        new WaiveReport(REPORT, "Sáp nhập", "CV 3").decide(report(), official(HOME_AFFAIRS), WHEN);
    assertThat(events).containsExactly(new ReportWaived(ID, "Sáp nhập", "CV 3"));
    Report waived = after(events.getFirst());
    assertThat(waived.state()).isEqualTo(ReportState.WAIVED);
    Refused.with(
        RefusalCode.INVALID_STATE,
        () ->
            new SubmitReport(REPORT, "Kết quả", List.of())
                .decide(waived, official(DISTRICT), WHEN));
  }

  @Test
  void whoLetsSomebodyOffSaysWhyAndWhatItRestsOn() {
    Refused.forFields(
        () -> new WaiveReport(REPORT, " ", " ").decide(report(), official(HOME_AFFAIRS), WHEN),
        "reason",
        "basis");
  }

  @Test
  void nobodyLetsThemselvesOff() {
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> new WaiveReport(REPORT, "Bận", "CV 3").decide(report(), official(DISTRICT), WHEN));
  }

  @Test
  void thePlanWithdrawsWhatItNoLongerAsksFor() {
    assertThat(
            new WithdrawReport(REPORT, "Điều chỉnh", "QĐ 5", null)
                .decide(submitted(), Actor.SYSTEM, WHEN))
        .containsExactly(new ReportWithdrawn(ID, "Điều chỉnh", "QĐ 5"));
    Report accepted =
        Report.evolve(
            submitted(),
            new AcceptReport(REPORT, null)
                .decide(submitted(), official(HOME_AFFAIRS), WHEN)
                .getFirst(),
            new Taken("x", Given.TODAY));
    Refused.with(
        RefusalCode.INVALID_STATE,
        () ->
            new WithdrawReport(REPORT, "Điều chỉnh", "CV 3", null)
                .decide(accepted, Actor.SYSTEM, WHEN));
  }

  @Test
  void theClockTellsEachThingOnceAndOnlyOfTheDayInForce() {
    RemindReport remind = new RemindReport(REPORT, DUE, 3);
    ReportReminded reminded = new ReportReminded(ID, DISTRICT, DUE, 3);
    assertThat(remind.decide(report(), Actor.SYSTEM, WHEN)).containsExactly(reminded);
    Report told = after(reminded, new ReportUrged(ID, DISTRICT, "…", DUE));
    assertThat(remind.decide(told, Actor.SYSTEM, WHEN)).isEmpty();
    assertThat(new RemindReport(REPORT, DUE, 1).decide(told, Actor.SYSTEM, WHEN)).hasSize(1);
    assertThat(new RemindReport(REPORT, LATER, 3).decide(told, Actor.SYSTEM, WHEN)).isEmpty();
    assertThat(new NoticeReportLapse(REPORT, DUE).decide(told, Actor.SYSTEM, WHEN))
        .containsExactly(new ReportLapseNoticed(ID, DISTRICT, DUE));
    assertThat(new EscalateReport(REPORT, PROVINCE, DUE, 5).decide(told, Actor.SYSTEM, WHEN))
        .containsExactly(new ReportEscalated(ID, PROVINCE, DUE, 5));
    Refused.with(
        RefusalCode.NOT_PERMITTED, () -> remind.decide(report(), official(PROVINCE), WHEN));
  }

  @Test
  void aLapseIsNoticedOnceWhateverElseIsToldAfterIt() {
    NoticeReportLapse notice = new NoticeReportLapse(REPORT, DUE);
    Report told =
        after(
            new ReportLapseNoticed(ID, DISTRICT, DUE),
            new ReportEscalated(ID, PROVINCE, DUE, 5),
            new ReportUrged(ID, DISTRICT, "…", DUE));
    assertThat(notice.decide(told, Actor.SYSTEM, WHEN)).isEmpty();
  }

  @Test
  void aMovedDayKeepsTheOldOneOnRecord() {
    RescheduleReport move = new RescheduleReport(REPORT, LATER, "Tạm dừng", "QĐ 6", null);
    List<ReportEvent> events = move.decide(report(), Actor.SYSTEM, WHEN);
    assertThat(events).containsExactly(new ReportRescheduled(ID, DUE, LATER, "Tạm dừng", "QĐ 6"));
    assertThat(move.decide(after(events.getFirst()), Actor.SYSTEM, WHEN)).isEmpty();
  }

  @Test
  void whatLiesBehindAnAmendmentKeepsItsDayAndWhatIsHandedInOrLiesBehindIsNotWithdrawn() {
    RescheduleReport onItsDay = new RescheduleReport(REPORT, LATER, "Điều chỉnh", "QĐ 6", DUE);
    assertThat(onItsDay.decide(report(), Actor.SYSTEM, WHEN)).hasSize(1);
    RescheduleReport behind =
        new RescheduleReport(REPORT, LATER, "Điều chỉnh", "QĐ 6", DUE.plusDays(1));
    assertThat(behind.decide(report(), Actor.SYSTEM, WHEN)).isEmpty();
    RescheduleReport toThePast =
        new RescheduleReport(REPORT, DUE.minusDays(1), "Điều chỉnh", "QĐ 6", DUE);
    assertThat(toThePast.decide(report(), Actor.SYSTEM, WHEN)).isEmpty();
    WithdrawReport withdraw = new WithdrawReport(REPORT, "Điều chỉnh", "QĐ 6", DUE);
    assertThat(withdraw.decide(report(), Actor.SYSTEM, WHEN)).hasSize(1);
    assertThat(withdraw.decide(submitted(), Actor.SYSTEM, WHEN)).isEmpty();
    assertThat(
            new WithdrawReport(REPORT, "Điều chỉnh", "QĐ 6", DUE.plusDays(1))
                .decide(report(), Actor.SYSTEM, WHEN))
        .isEmpty();
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () ->
            new WithdrawReport(REPORT, "Điều chỉnh", "QĐ 6", DUE.plusDays(1))
                .decide(report(), official(DISTRICT), WHEN));
  }

  @Test
  void thePlansChangeSaysAnewWhatAnOwedReportIs() {
    List<Addressee> direct = List.of(new Addressee(PROVINCE, null));
    ReviseReport revise =
        new ReviseReport(REPORT, 2, "Báo cáo chung", direct, List.of(), "Điều chỉnh", "QĐ 6");
    ReportRevised event =
        new ReportRevised(ID, 2, "Báo cáo chung", direct, List.of(), "Điều chỉnh", "QĐ 6");
    assertThat(revise.decide(report(), Actor.SYSTEM, WHEN)).containsExactly(event);
    Report revised = after(event);
    assertThat(revised.matter().title()).isEqualTo("Báo cáo chung");
    assertThat(revised.due()).isEqualTo(DUE);
    assertThat(revised.parties().addressees()).isEqualTo(direct);
    assertThat(revise.decide(revised, Actor.SYSTEM, WHEN)).isEmpty();
    Refused.with(RefusalCode.INVALID_STATE, () -> revise.decide(submitted(), Actor.SYSTEM, WHEN));
    Refused.with(
        RefusalCode.NOT_PERMITTED, () -> revise.decide(report(), official(PROVINCE), WHEN));
  }

  @Test
  void aSuccessorStandsWhereverThePredecessorStood() {
    TransferReport transfer =
        new TransferReport(REPORT, HOME_AFFAIRS, OTHER_DISTRICT, "Sáp nhập", "NQ 1");
    List<ReportEvent> events = transfer.decide(report(), Actor.SYSTEM, WHEN);
    assertThat(events)
        .containsExactly(
            new ReportTransferred(ID, HOME_AFFAIRS, OTHER_DISTRICT, "Sáp nhập", "NQ 1"));
    Report moved = after(events.getFirst());
    assertThat(transfer.decide(moved, Actor.SYSTEM, WHEN)).isEmpty();
    assertThat(moved.parties().focal()).isEqualTo(OTHER_DISTRICT);
    assertThat(moved.parties().addressees().getFirst().channel()).isEqualTo(OTHER_DISTRICT);
    assertThat(moved.agency()).isEqualTo(DISTRICT);

    Report owes = after(new ReportTransferred(ID, DISTRICT, OTHER_DISTRICT, "Sáp nhập", null));
    assertThat(
            new SubmitReport(REPORT, "Kết quả", List.of())
                .decide(owes, official(OTHER_DISTRICT), WHEN))
        .hasSize(1);
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () ->
            new SubmitReport(REPORT, "Kết quả", List.of()).decide(owes, official(DISTRICT), WHEN));
  }
}
