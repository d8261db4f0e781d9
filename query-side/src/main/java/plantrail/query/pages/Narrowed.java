package plantrail.query.pages;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Actor;
import plantrail.query.planregister.NamePlan;
import plantrail.query.planregister.PlanName;
import plantrail.query.platform.Queries;
import plantrail.query.platform.When;

/**
 * What a list is narrowed down to, in words.
 *
 * @param at the moment that the page shows; null for now
 * @param kept the list's filters with their values
 */
public record Narrowed(
    Queries queries,
    Actor reader,
    @Nullable String at,
    Map<String, String> kept,
    Shown shown,
    Names names) {

  /**
   * One filter.
   *
   * @param name of the filter
   * @param text what it lets through
   * @param agency code of the agency that it names; null if it names none
   */
  public record Chip(String name, String text, @Nullable String agency) {}

  /** All filters that are worth a word, in the order of their names. */
  public List<Chip> chips() {
    return kept.entrySet().stream()
        .map(each -> chip(each.getKey(), each.getValue()))
        .filter(Objects::nonNull)
        .toList();
  }

  private @Nullable Chip chip(String name, String value) {
    return switch (name) {
      case "plan" -> new Chip(name, plan(value), null);
      case "agency" -> new Chip(name, names.of(value), value);
      case "responsible", "reviewer", "recipient" ->
          new Chip(name, shown.text("narrowed." + name, names.of(value)), value);
      case "actor", "item", "year" -> new Chip(name, shown.text("narrowed." + name, value), null);
      case "originalTimeliness" ->
          new Chip(name, shown.text("narrowed.original", shown.text("timeliness." + value)), null);
      case "open" -> either(name, value, "narrowed.open", "narrowed.done");
      case "reform" -> either(name, value, "moves.transfers", "narrowed.chosen");
      case "dueSoon" -> new Chip(name, shown.text("due.soon"), null);
      case "below" ->
          Boolean.parseBoolean(value) ? new Chip(name, shown.text("narrowed.below"), null) : null;
      default -> null;
    };
  }

  private Chip either(String name, String value, String yes, String no) {
    return new Chip(name, shown.text(Boolean.parseBoolean(value) ? yes : no), null);
  }

  /** Whoever may not see the plan does not learn its document either. */
  private String plan(String id) {
    String document =
        queries.ask(new NamePlan(reader, new When(at, null), id), PlanName.class).document();
    return document == null ? shown.text("narrowed.plan") : document;
  }
}
