package plantrail.standalone.sample;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.command.consolidation.consolidatereports.ConsolidateReports;
import plantrail.command.consolidation.correctconsolidation.CorrectConsolidation;
import plantrail.command.consolidation.forwardconsolidation.ForwardConsolidation;
import plantrail.command.consolidation.renewconsolidation.RenewConsolidation;
import plantrail.command.consolidation.returnconsolidation.ReturnConsolidation;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.consolidation.ConsolidationId;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.report.ReportOpened;

/** What channel agencies make of the reports that pass through them, and send on. */
@Component
class SampleConsolidations {
  private final Successors successors;
  private final List<String> texts;
  private final List<String> returns;
  private final List<String> corrections;

  SampleConsolidations(SampleFiles files, Successors successors) {
    this.successors = successors;
    texts = files.phrases("consolidations");
    returns = files.phrases("returns");
    corrections = files.phrases("corrections");
  }

  private record Occasion(String planId, String rule, String period) {}

  /** What becomes of those reports. */
  List<Deed> of(List<ReportOpened> reports) {
    List<Deed> deeds = new ArrayList<>();
    reports.stream()
        .filter(report -> channel(report) != null)
        .collect(
            groupingBy(
                report -> new Occasion(report.planId(), report.rule(), report.period()),
                LinkedHashMap::new,
                java.util.stream.Collectors.toList()))
        .forEach((occasion, owed) -> deeds.addAll(of(occasion, owed.getFirst())));
    return deeds;
  }

  private static @Nullable Addressee channel(ReportOpened report) {
    return report.addressees().stream()
        .filter(each -> each.channel() != null && !each.channel().equals(each.agency()))
        .findFirst()
        .orElse(null);
  }

  private List<Deed> of(Occasion occasion, ReportOpened one) {
    Addressee addressee = Objects.requireNonNull(channel(one));
    LocalDate due = one.due() == null ? one.periodTo() : one.due();
    LocalDate prepared = due.plusDays(1);
    String channel =
        successors.of(Objects.requireNonNull(addressee.channel()), LocalTime.startOf(prepared));
    ConsolidationId id =
        ConsolidationId.of(occasion.planId(), occasion.rule(), occasion.period(), channel);
    Chance chance = Chance.of(id.value());
    List<Deed> deeds = new ArrayList<>();
    deeds.add(
        chance.deed(
            prepared,
            16,
            channel,
            new ConsolidateReports(
                occasion.planId(),
                occasion.rule(),
                occasion.period(),
                channel,
                chance.pick(texts))));
    if (chance.oneIn(3)) {
      deeds.add(chance.deed(prepared.plusDays(2), 9, channel, new RenewConsolidation(id, null)));
    }
    deeds.add(chance.deed(prepared.plusDays(4), 15, channel, new ForwardConsolidation(id, null)));
    if (chance.oneIn(4)) {
      deeds.add(
          chance.deed(
              prepared.plusDays(6),
              9,
              addressee.agency(),
              new ReturnConsolidation(id, chance.pick(returns))));
      deeds.add(
          chance.deed(
              prepared.plusDays(7),
              9,
              channel,
              new CorrectConsolidation(
                  id, List.of(), chance.pick(texts), chance.pick(corrections))));
      deeds.add(chance.deed(prepared.plusDays(8), 9, channel, new ForwardConsolidation(id, null)));
    }
    return deeds;
  }
}
