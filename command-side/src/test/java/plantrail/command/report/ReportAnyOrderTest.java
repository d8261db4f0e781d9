package plantrail.command.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.AnyOrder;
import plantrail.command.Given;
import plantrail.command.platform.CommandRegistry;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Taken;
import plantrail.command.report.acceptreport.AcceptReport;
import plantrail.command.report.domain.Report;
import plantrail.command.report.escalatereport.EscalateReport;
import plantrail.command.report.noticereportlapse.NoticeReportLapse;
import plantrail.command.report.openreport.OpenReport;
import plantrail.command.report.remindreport.RemindReport;
import plantrail.command.report.reschedulereport.RescheduleReport;
import plantrail.command.report.returnreport.ReturnReport;
import plantrail.command.report.revisereport.ReviseReport;
import plantrail.command.report.submitreport.SubmitReport;
import plantrail.command.report.transferreport.TransferReport;
import plantrail.command.report.urgereport.UrgeReport;
import plantrail.command.report.waivereport.WaiveReport;
import plantrail.command.report.withdrawreport.WithdrawReport;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.report.ReportAccepted;
import plantrail.kernel.report.ReportEscalated;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportLapseNoticed;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportReminded;
import plantrail.kernel.report.ReportRescheduled;
import plantrail.kernel.report.ReportReturned;
import plantrail.kernel.report.ReportRevised;
import plantrail.kernel.report.ReportState;
import plantrail.kernel.report.ReportSubmitted;
import plantrail.kernel.report.ReportTransferred;
import plantrail.kernel.report.ReportUrged;
import plantrail.kernel.report.ReportWaived;
import plantrail.kernel.report.ReportWithdrawn;
import plantrail.kernel.workflow.Relation;

class ReportAnyOrderTest extends AnyOrder<Report, ReportEvent> {
  private static final ReportOpened OPENED = throughFinance(Given.ISSUED);
  private static final ReportId REPORT = new ReportId(OPENED.reportId());
  private static final Set<ReportState> ENDS =
      Set.of(ReportState.ACCEPTED, ReportState.WAIVED, ReportState.WITHDRAWN);

  /** Gathered by an agency that is neither its addressee nor the plan's focal one. */
  private static ReportOpened throughFinance(LocalDate since) {
    ReportingRule rule = Given.quarterly();
    ReportingRule gathered =
        new ReportingRule(
            rule.id(),
            rule.title(),
            rule.frequency(),
            rule.window(),
            rule.reporters(),
            rule.due(),
            List.of(new Addressee(Given.PROVINCE, Given.FINANCE)));
    return OpenReport.opened(
        Given.plan(),
        gathered,
        gathered.title(),
        Given.DISTRICT,
        Period.parse("2024-Q2"),
        LocalDate.of(2024, 6, 14),
        since);
  }

  @Override
  protected Class<?> aggregate() {
    return ReportAggregate.class;
  }

  @Override
  protected List<Actor> concerned() {
    return List.of(
        Given.official(Given.DISTRICT),
        Given.official(Given.HOME_AFFAIRS),
        Given.official(Given.FINANCE),
        Actor.SYSTEM);
  }

  /** One that was withdrawn begins again. */
  @Override
  protected boolean beginsOnce() {
    return false;
  }

  @Override
  protected Attempt<Report, ReportEvent> any(Random random, Occurrence when) {
    if (random.nextInt(8) == 0) {
      return new Attempt<>(
          "open-report",
          (report, actor) -> {
            List<ReportEvent> events = Report.open(report, throughFinance(when.day()), null, actor);
            when.check(report == null ? Given.ISSUED : report.course().taken().on()).done();
            return events;
          });
    }
    String agency = anyOf(random, Given.agencies().stream().sorted().toList());
    LocalDate due = Objects.requireNonNull(OPENED.due());
    LocalDate day = random.nextBoolean() ? due : due.plusDays(random.nextInt(40) - 10);
    String text = random.nextInt(8) == 0 ? " " : "Văn bản " + random.nextInt(3);
    ReportCommand command =
        anyOf(
            random,
            List.of(
                new SubmitReport(REPORT, text, List.of()),
                new SubmitReport(REPORT, text, List.of()),
                new SubmitReport(REPORT, text, List.of()),
                new ReturnReport(REPORT, text),
                new ReturnReport(REPORT, text),
                new AcceptReport(REPORT, text),
                new UrgeReport(REPORT, text),
                new WaiveReport(REPORT, random.nextInt(6) > 0 ? " " : text, "CV 3"),
                new WithdrawReport(
                    REPORT,
                    random.nextInt(6) > 0 ? " " : text,
                    "QĐ 1",
                    random.nextBoolean() ? null : day),
                new RemindReport(REPORT, day, random.nextInt(4)),
                new NoticeReportLapse(REPORT, day),
                new EscalateReport(REPORT, Given.PROVINCE, day, random.nextInt(9)),
                new RescheduleReport(
                    REPORT,
                    random.nextInt(4) == 0 ? null : day,
                    "điều chỉnh",
                    "QĐ 1",
                    random.nextBoolean() ? null : day.minusDays(random.nextInt(3))),
                new ReviseReport(
                    REPORT,
                    2,
                    text,
                    List.of(new Addressee(Given.PROVINCE, agency)),
                    List.of(),
                    "điều chỉnh",
                    "QĐ 1"),
                new TransferReport(REPORT, agency, Given.OTHER_DISTRICT, "sáp nhập", "NQ 1")));
    return step(
        CommandRegistry.nameOf(command.getClass()),
        (report, actor) -> command.decide(report, actor, when));
  }

  @Override
  protected Set<Relation> relations(Report report, ReportEvent event, Actor actor) {
    return report.relations(actor);
  }

  @Override
  protected Report evolve(@Nullable Report report, ReportEvent event, Taken taken) {
    return Report.evolve(report, event, taken);
  }

  @Override
  protected Facts begins(ReportEvent event, Taken taken) {
    ReportOpened e = (ReportOpened) event;
    return fact("first", e.agency())
        .with("opened", e)
        .with("matter", new Report.Matter(e.title(), e.form()))
        .with("state", ReportState.OPEN)
        .with("parties", new Report.Parties(e.agency(), e.issuer(), e.focal(), e.addressees()))
        .with("due", e.due())
        .with("submitted", null)
        .with("notices", Set.of());
  }

  private static Facts comesTo(ReportState state) {
    return fact("state", state);
  }

  private static Facts told(Report before, ReportEvent notice) {
    Set<ReportEvent> notices = new HashSet<>(before.notices());
    notices.add(notice);
    return fact("notices", notices);
  }

  @Override
  protected Facts leaves(Report before, ReportEvent event, Taken taken) {
    Report.Parties parties = before.parties();
    return switch (event) {
      case ReportOpened e -> begins(e, taken).with("first", before.first());
      case ReportSubmitted e -> comesTo(ReportState.SUBMITTED).with("submitted", e);
      case ReportReturned _ -> comesTo(ReportState.RETURNED);
      case ReportAccepted _ -> comesTo(ReportState.ACCEPTED);
      case ReportWaived _ -> comesTo(ReportState.WAIVED);
      case ReportWithdrawn _ -> comesTo(ReportState.WITHDRAWN);
      case ReportUrged _ -> nothingElse();
      case ReportReminded e -> told(before, e);
      case ReportLapseNoticed e -> told(before, e);
      case ReportEscalated e -> told(before, e);
      case ReportRescheduled e -> fact("due", e.newDue());
      case ReportRevised e ->
          fact("matter", new Report.Matter(e.title(), e.form()))
              .with(
                  "parties",
                  new Report.Parties(
                      parties.responsible(), parties.issuer(), parties.focal(), e.addressees()));
      case ReportTransferred e ->
          fact(
              "parties",
              new Report.Parties(
                  e.inPlaceOf(parties.responsible()),
                  e.inPlaceOf(parties.issuer()),
                  parties.focal() == null ? null : e.inPlaceOf(parties.focal()),
                  parties.addressees().stream()
                      .map(each ->
                          new Addressee(
                              e.inPlaceOf(each.agency()),
                              each.channel() == null ? null : e.inPlaceOf(each.channel())))
                      .toList()));
    };
  }

  @Override
  protected void holds(@Nullable Report before, ReportEvent event, Report after) {
    assertThat(after.opened().insteadOf(null, null)).isEqualTo(throughFinance(after.begun()));
    if (before == null) {
      assertThat(after.opened().oldAgency()).isNull();
      return;
    }
    if (event instanceof ReportOpened again) {
      assertThat(again.oldAgency()).isEqualTo(before.agency());
      assertThat(again.oldDue()).isEqualTo(before.due());
      assertThat(before.state()).as("begins again").isEqualTo(ReportState.WITHDRAWN);
      return;
    }
    assertThat(ENDS)
        .as("nothing but a new beginning follows the end")
        .doesNotContain(before.state());
  }
}
