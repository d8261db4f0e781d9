package plantrail.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import plantrail.command.CommandSide;

/**
 * All measurements in one run: the command side as it is, with its automations and the sequencer
 * but without projections, on an embedded database that commits durably.
 */
public final class Benchmark {
  private static final Map<String, Integer> SIZES =
      new TreeMap<>(
          Map.of(
              "rounds", 5,
              "commands", 1_500,
              "plans", 3,
              "communes", 3_300,
              "items", 30,
              "loads", 301));

  private Benchmark() {}

  /**
   * @param arguments sizes that are not the usual ones, as in {@code communes=300 rounds=1}; 0
   *     rounds, communes or loads leave a measurement out
   */
  public static void main(String[] arguments) throws Exception {
    for (String argument : arguments) {
      String[] parts = argument.split("=");
      if (parts.length != 2 || SIZES.replace(parts[0], Integer.valueOf(parts[1])) == null) {
        throw new IllegalArgumentException(
            "Expected name=number of " + SIZES.keySet() + ", not " + argument);
      }
    }
    say("Sizes %s, heap of at most %d MiB, load %s", SIZES, maxHeap(), load());
    try (EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        ConfigurableApplicationContext application = start(postgres)) {
      Nation nation = new Nation(application);
      Floor floor = new Floor(nation.dataSource());
      if (size("rounds") > 0) {
        new SingleCommands(nation, floor).measure(size("rounds"), size("commands"));
      }
      if (size("loads") > 0) {
        new LongRecord(nation, application).measure(size("loads"));
      }
      if (size("communes") > 0) {
        new RollOutOfOnePlan(nation, floor, application)
            .measure(size("plans"), size("communes"), size("items"));
      }
    }
    say("Load %s", load());
    // A thread of Axon's own, which nobody can end, would keep the process.
    System.exit(0);
  }

  private static ConfigurableApplicationContext start(EmbeddedPostgres postgres) {
    SpringApplication application = new SpringApplication(CommandSide.class);
    return application.run(
        "--spring.config.name=command-side",
        "--logging.level.root=warn",
        "--spring.profiles.active=postgres",
        "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
        "--spring.datasource.username=postgres",
        "--spring.datasource.password=",
        "--spring.datasource.hikari.maximum-pool-size=48",
        "--server.port=0");
  }

  private static int size(String name) {
    return SIZES.getOrDefault(name, 0);
  }

  private static long maxHeap() {
    return Runtime.getRuntime().maxMemory() >> 20;
  }

  private static String load() {
    return String.format(
        Locale.ROOT, "%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** Prints a line. */
  static void say(String line, Object... with) {
    System.out.printf(Locale.ROOT, line + "%n", with);
  }
}
