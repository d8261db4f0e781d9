package plantrail.query.pages;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import plantrail.kernel.catalog.EventCatalog;
import plantrail.kernel.message.Actor;
import plantrail.query.history.Change;
import plantrail.query.history.Changes;
import plantrail.query.history.FindHistory;
import plantrail.query.history.HistoryEntry;
import plantrail.query.history.HistoryPage;
import plantrail.query.history.NameSubjects;
import plantrail.query.history.SubjectName;
import plantrail.query.history.SubjectNames;
import plantrail.query.history.TellChanges;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Queries;
import plantrail.query.platform.When;

/** Everything that happened. */
@Controller
class HistoryScreen {
  private final Queries queries;
  private final List<String> events;

  HistoryScreen(Queries queries, EventCatalog catalog) {
    this.queries = queries;
    this.events = catalog.types().stream().map(EventCatalog::nameOf).toList();
  }

  @GetMapping("/history")
  String history(Actor me, When when, FindHistory.Filter filter, Paging paging, Model model) {
    HistoryPage history =
        queries.ask(new FindHistory(me, when, filter, latestFirst(paging)), HistoryPage.class);
    Map<String, SubjectName> subjects = subjects(history, when, queries);
    model.addAttribute("history", history);
    model.addAttribute("subjects", subjects);
    model.addAttribute("changes", changes(history.items(), when, queries));
    model.addAttribute(
        "about", subjects.get(filter.subject() != null ? filter.subject() : filter.plan()));
    model.addAttribute("events", events);
    return "history";
  }

  /** What the entries are about and the plans that this belongs to, by identifier. */
  static Map<String, SubjectName> subjects(HistoryPage history, When when, Queries queries) {
    List<String> ids =
        history.items().stream()
            .flatMap(each -> Stream.of(each.subject(), each.plan()))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return queries
        .ask(new NameSubjects(new When(when.at(), null), ids), SubjectNames.class)
        .names()
        .stream()
        .collect(toMap(SubjectName::id, each -> each));
  }

  /** What the entries changed, by their positions. */
  static Map<Long, List<Change>> changes(List<HistoryEntry> entries, When when, Queries queries) {
    List<String> ids = entries.stream().map(HistoryEntry::subject).distinct().toList();
    return queries
        .ask(new TellChanges(new When(when.at(), null), ids), Changes.class)
        .changes()
        .stream()
        .collect(groupingBy(Change::position));
  }

  /** People begin to read with what happened last. */
  static Paging latestFirst(Paging paging) {
    return paging.sort() == null
        ? new Paging(paging.page(), paging.size(), "-position", paging.q())
        : paging;
  }
}
