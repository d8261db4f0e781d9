package plantrail.query.pages;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.util.UriComponentsBuilder;
import plantrail.kernel.calendar.Timeliness;
import plantrail.query.history.SubjectName;
import plantrail.query.moves.MoveView;
import plantrail.query.moves.Moved;

/**
 * Addresses of pages. A reader who looks at the past stays there: every link carries the moment.
 *
 * @param at the moment looked at; null for now
 * @param path the page that one is on
 * @param kept what that page is narrowed down to
 */
public record Links(@Nullable String at, String path, Map<String, String> kept) {

  /** The address of a page with those parameters: name, value, name, value…; null is left out. */
  public String to(String path, @Nullable Object... parameters) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      named.put(String.valueOf(parameters[i]), parameters[i + 1]);
    }
    return address(path, named);
  }

  /** The address of the page that shows what entries of the history are about. */
  public String subject(SubjectName subject) {
    return switch (subject.kind()) {
      case AGENCY -> to("/agencies/" + subject.id());
      case DRAFT -> to("/drafts/" + subject.id());
      case PLAN -> to("/plans/" + subject.id());
      case TASK -> to("/tasks/" + subject.id());
      case REPORT -> to("/reports/" + subject.id());
      case INSPECTION -> to("/plans/" + subject.plan(), "tab", "inspections");
      case CONSOLIDATION -> to("/consolidations/" + subject.id());
      case OBSTACLE -> to("/plans/" + subject.plan(), "tab", "obstacles");
      case TARGET -> to("/plans/" + subject.plan(), "tab", "targets");
      case BUDGET -> to("/plans/" + subject.plan(), "tab", "budgets");
      case MODEL -> to("/plans/" + subject.plan(), "tab", "models");
    };
  }

  /** The address of the list that this filter makes of all that a page lists. */
  public String list(String path, Record filter) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    for (RecordComponent component : filter.getClass().getRecordComponents()) {
      named.put(component.getName(), ReflectionUtils.invokeMethod(component.getAccessor(), filter));
    }
    return address(path, named);
  }

  /** The address of a list with those parameters and one more. */
  public String within(
      String path, Map<String, @Nullable Object> parameters, String name, @Nullable Object value) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>(parameters);
    named.put(name, value);
    return address(path, named);
  }

  /**
   * The address of a list with those parameters, narrowed down to what is in one class and would be
   * in another, had its day not been moved.
   */
  public String shifted(
      String path,
      Map<String, @Nullable Object> parameters,
      Timeliness original,
      Timeliness current) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>(parameters);
    named.put("timeliness", current);
    named.put("originalTimeliness", original);
    return address(path, named);
  }

  /**
   * The address of the moves that somebody made, among those that one looks at.
   *
   * @param whose the filter that names them
   * @param moved what was moved; null for all
   * @param reform whether those are asked for that nobody chose
   */
  public String mover(String whose, String who, @Nullable Moved moved, boolean reform) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>(kept);
    List.of("page", "movers").forEach(named::remove);
    named.put(whose, who);
    named.put("reform", reform);
    if (moved != null) {
      named.put("moved", moved);
    }
    return address("/moves", named);
  }

  /** The address of the page that shows what was moved. */
  public String move(MoveView move) {
    return to(
        switch (move.kind()) {
          case TASK -> "/tasks/" + move.subject();
          case REPORT -> "/reports/" + move.subject();
          default -> "/plans/" + move.plan();
        });
  }

  /** The address of an entry of a subject's history, with those that followed it. */
  public String entry(String subject, long position) {
    return to("/history", "subject", subject, "since", position - 1, "sort", "position")
        + "#e"
        + position;
  }

  /** The address of the list that one looks at, without that filter. */
  public String without(String filter) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>(kept);
    List.of(filter, "page", "movers").forEach(named::remove);
    return address(path, named);
  }

  /** The address of another page of the list that one looks at. */
  public String page(int number) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>(kept);
    named.put("page", number);
    return address(path, named);
  }

  private String address(String path, Map<String, @Nullable Object> parameters) {
    parameters.put("at", at);
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    Map<String, Object> given = new LinkedHashMap<>();
    parameters.forEach((name, value) -> {
      if (value != null && !value.toString().isBlank()) {
        address.queryParam(name, "{" + name + "}");
        given.put(name, value);
      }
    });
    return address.encode().buildAndExpand(given).toUriString();
  }
}
