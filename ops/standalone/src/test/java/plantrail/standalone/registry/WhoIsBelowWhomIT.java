package plantrail.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import plantrail.command.Command;
import plantrail.command.CommandSide;
import plantrail.command.agency.dissolveagency.DissolveAgency;
import plantrail.command.agency.domain.Agency;
import plantrail.command.agency.mergeagencies.MergeAgencies;
import plantrail.command.agency.moveagency.MoveAgency;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.agency.splitagency.SplitAgency;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Commands;
import plantrail.command.report.Reporters;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.AgencyClass;
import plantrail.kernel.plan.Assignees;
import plantrail.query.QuerySide;
import plantrail.query.platform.Moment;
import plantrail.query.platform.Scopes;
import plantrail.testing.TestDatabase;

/**
 * Decisions, roll-outs and readers ask in three ways who stands below whom, be agencies merged,
 * divided, dissolved and moved in whichever order and on whichever days: the answer is one.
 */
class WhoIsBelowWhomIT {
  private static final int REGISTRIES = 6;
  private static final int FIRST = 8;
  private static final int CHANGES = 120;

  /** Of each kind as many at least must have been made, or the registries grew not far enough. */
  private static final int OF_EACH = 4;

  private static final LocalDate BEGUN = LocalDate.of(2020, 1, 1);
  private static final int DAYS = 60;
  private static final String BASIS = "NQ 202/2025/QH15";
  private static final Actor ADMIN = new Actor("admin", "Quản trị", null, Role.ADMIN);
  private static final Assignees ALL =
      new Assignees(
          List.of(), List.of(new AgencyClass(AgencyKind.UNIT, AgencyLevel.COMMUNE)), List.of());

  private final Random chance = new Random(20250701);
  private final Map<Class<?>, Integer> changes = new HashMap<>();

  private static ConfigurableApplicationContext start(Class<?> side, String url, String name) {
    return new SpringApplicationBuilder(side)
        .run(
            "--spring.config.name=" + name,
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=",
            "--server.port=0",
            "--plantrail.clock.enabled=false");
  }

  @Test
  void allAnswerAlikeOnEveryDay() {
    String url = TestDatabase.fresh();
    try (ConfigurableApplicationContext commandSide =
            start(CommandSide.class, url, "command-side");
        ConfigurableApplicationContext querySide = start(QuerySide.class, url, "query-side")) {
      Commands commands = commandSide.getBean(Commands.class);
      List<List<String>> registries = new ArrayList<>();
      for (int i = 0; i < REGISTRIES; i++) {
        registries.add(grown("R" + i, commands));
      }
      assertThat(changes.values()).hasSize(5).allMatch(times -> times >= OF_EACH);
      SoftAssertions all = new SoftAssertions();
      Answers answers =
          new Answers(
              commandSide.getBean(Agencies.class),
              commandSide.getBean(Reporters.class),
              querySide.getBean(Scopes.class),
              all);
      String last = registries.getLast().getLast();
      String root = registries.getLast().getFirst();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() ->
              answers.table(root, BEGUN).contains(last)
                  && answers.view(root, BEGUN).contains(last));
      registries.forEach(answers::compare);
      all.assertAll();
    }
  }

  /** Codes of the agencies of a registry, the one above all others first. */
  private List<String> grown(String root, Commands commands) {
    List<String> codes = new ArrayList<>();
    commands.give(registration(root, null, BEGUN, null), ADMIN);
    codes.add(root);
    for (int i = 0; i < CHANGES; i++) {
      Command change = i < FIRST ? registration(root, codes) : change(root, codes);
      try {
        commands.give(change, ADMIN);
        changes.merge(change.getClass(), 1, Integer::sum);
        if (change instanceof RegisterAgency registered) {
          codes.add(registered.code());
        }
      } catch (Refusal refused) {
        // Not each of them can be: an agency ends once, and nobody stands below itself.
        assertThat(refused.messageKey()).isNotBlank();
      }
    }
    String last = root + ".last";
    commands.give(registration(last, root, BEGUN, null), ADMIN);
    codes.add(last);
    return codes;
  }

  private Command registration(String root, List<String> codes) {
    boolean early = chance.nextInt(4) > 0;
    LocalDate from = early ? BEGUN : day();
    return registration(
        root + "." + codes.size(),
        one(codes),
        from,
        chance.nextInt(6) == 0 ? from.plusDays(chance.nextInt(DAYS)) : null);
  }

  private Command change(String root, List<String> codes) {
    // The one above all stays.
    List<String> others = codes.subList(1, codes.size());
    return switch (chance.nextInt(6)) {
      case 0 -> registration(root, codes);
      case 1, 2 -> new MoveAgency(one(others), one(codes), day(), BASIS);
      case 3 ->
          new MergeAgencies(
              new ArrayList<>(new TreeSet<>(List.of(one(others), one(others)))),
              one(codes),
              List.of(),
              day(),
              BASIS);
      case 4 -> new SplitAgency(one(others), one(codes), List.of(), List.of(), day(), BASIS);
      default -> new DissolveAgency(one(others), one(codes), List.of(), List.of(), day(), BASIS);
    };
  }

  private static RegisterAgency registration(
      String code, @Nullable String superior, LocalDate from, @Nullable LocalDate to) {
    return new RegisterAgency(
        code, "Đơn vị " + code, AgencyKind.UNIT, AgencyLevel.COMMUNE, superior, from, to, null);
  }

  private String one(List<String> of) {
    return of.get(chance.nextInt(of.size()));
  }

  private LocalDate day() {
    return BEGUN.plusDays(chance.nextInt(DAYS));
  }

  /**
   * @param agencies in memory, as decisions ask
   * @param reporters in a table, as roll-outs ask
   * @param scopes in the rows of the day, as readers ask
   * @param all where answers that differ are noted
   */
  private record Answers(
      Agencies agencies, Reporters reporters, Scopes scopes, SoftAssertions all) {
    Map<String, List<String>> memory(List<String> codes, LocalDate day) {
      return codes.stream()
          .filter(there(day))
          .collect(Collectors.toMap(code -> code, code -> agencies.superiors(code, day)));
    }

    Set<String> table(String above, LocalDate day) {
      return new TreeSet<>(reporters.of(ALL, above, day));
    }

    Set<String> view(String above, LocalDate day) {
      return scopes.below(above, moment(day)).stream()
          .filter(there(day))
          .filter(code -> !code.equals(above))
          .collect(Collectors.toCollection(TreeSet::new));
    }

    private Predicate<String> there(LocalDate day) {
      return code -> agencies.exists(code, day);
    }

    private static Moment moment(LocalDate day) {
      return new Moment(Long.MAX_VALUE, Instant.EPOCH, day, false);
    }

    void compare(List<String> codes) {
      for (int i = 0; i <= DAYS; i += 3) {
        LocalDate day = BEGUN.plusDays(i);
        Map<String, List<String>> superiors = memory(codes, day);
        superiors.keySet().forEach(above -> compare(above, superiors, day));
        Map<String, String> heirs = scopes.heirs(codes, moment(day));
        superiors.forEach((code, above) -> compareNext(code, above, heirs, day));
      }
    }

    private void compare(String above, Map<String, List<String>> superiors, LocalDate day) {
      Set<String> below =
          superiors.entrySet().stream()
              .filter(each -> each.getValue().contains(above))
              .map(Map.Entry::getKey)
              .collect(Collectors.toCollection(TreeSet::new));
      all.assertThat(table(above, day)).as("below %s on %s", above, day).isEqualTo(below);
      all.assertThat(view(above, day)).as("read below %s on %s", above, day).isEqualTo(below);
      all.assertThat(superiors.getOrDefault(above, List.of()))
          .as("above and below %s on %s", above, day)
          .filteredOn(below::contains)
          .isEmpty();
    }

    /** Where the one above it has ended, whoever stands in its place is above it. */
    private void compareNext(
        String code, List<String> superiors, Map<String, String> heirs, LocalDate day) {
      Agency agency = agencies.agency(code);
      String above = agency == null ? null : agency.superiorOn(day);
      if (above != null && heirs.containsKey(above)) {
        all.assertThat(List.of(heirs.get(above)).stream().filter(there(day)).toList())
            .as("above %s on %s", code, day)
            .isEqualTo(superiors.stream().limit(1).toList());
      }
    }
  }
}
