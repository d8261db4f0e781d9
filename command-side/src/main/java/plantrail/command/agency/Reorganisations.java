package plantrail.command.agency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;
import plantrail.command.agency.dissolveagency.DissolveAgency;
import plantrail.command.agency.mergeagencies.MergeAgencies;
import plantrail.command.agency.splitagency.SplitAgency;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Decided;
import plantrail.command.platform.Duties;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.agency.AgencyEnding;
import plantrail.kernel.agency.AgencyEvent;
import plantrail.kernel.catalog.EventCatalog;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Outcome;

/** Writes what a reorganisation decides into the record of each agency, in one transaction. */
@Component
public class Reorganisations {
  private final Repository<AgencyAggregate> repository;

  Reorganisations(Repository<AgencyAggregate> repository) {
    this.repository = repository;
  }

  @CommandHandler
  Outcome handle(
      MergeAgencies command, Actor actor, Occurrence when, Agencies agencies, Duties duties)
      throws Exception {
    return carryOut(command, actor, when, agencies, duties);
  }

  @CommandHandler
  Outcome handle(
      SplitAgency command, Actor actor, Occurrence when, Agencies agencies, Duties duties)
      throws Exception {
    return carryOut(command, actor, when, agencies, duties);
  }

  @CommandHandler
  Outcome handle(
      DissolveAgency command, Actor actor, Occurrence when, Agencies agencies, Duties duties)
      throws Exception {
    return carryOut(command, actor, when, agencies, duties);
  }

  private Outcome carryOut(
      Reorganisation command, Actor actor, Occurrence when, Agencies agencies, Duties duties)
      throws Exception {
    List<String> ending =
        command.endings().values().stream().map(AgencyEnding::code).distinct().toList();
    // Held before they are read, so that what is decided still holds when it is written; always in
    // the same order, as the commands on single agencies hold one each.
    Map<String, Aggregate<AgencyAggregate>> held = new LinkedHashMap<>();
    for (String code : new TreeSet<>(ending)) {
      if (agencies.exists(code)) {
        held.put(code, repository.load(code));
      }
    }
    Map<String, List<AgencyEvent>> records = new LinkedHashMap<>();
    for (AgencyEvent event : command.decide(actor, when, agencies, duties)) {
      records.computeIfAbsent(event.code(), code -> new ArrayList<>()).add(event);
    }
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, List<AgencyEvent>> each : records.entrySet()) {
      names.addAll(write(each.getKey(), each.getValue(), held));
    }
    String last = ending.getLast();
    Outcome outcome =
        Objects.requireNonNull(held.get(last))
            .invoke(aggregate -> Decided.apply(last, List.<AgencyEvent>of()));
    return new Outcome(ending.getFirst(), names, outcome.mark());
  }

  private List<String> write(
      String code, List<AgencyEvent> events, Map<String, Aggregate<AgencyAggregate>> held)
      throws Exception {
    Aggregate<AgencyAggregate> existing = held.get(code);
    if (existing == null) {
      repository.newInstance(() -> AgencyAggregate.begin(code, events));
    } else {
      existing.execute(aggregate -> Decided.apply(code, events));
    }
    return events.stream().map(event -> EventCatalog.nameOf(event.getClass())).toList();
  }
}
