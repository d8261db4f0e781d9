package plantrail.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import plantrail.kernel.message.Role;
import plantrail.platform.access.Accounts;
import plantrail.standalone.PlanTrail;
import plantrail.testing.TestDatabase;

/** The whole system, running on an empty database at a time that the test tells. */
final class World implements AutoCloseable {
  static final String PASSWORD = "mật khẩu của mẫu";

  /** A loaded machine is slow. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TestClock clock = new TestClock();
  private final ConfigurableApplicationContext application;
  private final String home;
  private final Map<String, Person> people = new HashMap<>();
  private final AtomicReference<String> mark = new AtomicReference<>("");

  World(String day, int hour) {
    clock.set(day, hour);
    SpringApplication plantrail = PlanTrail.application();
    plantrail.addInitializers(
        context -> context.getBeanFactory().registerSingleton("clock", clock));
    application =
        plantrail.run(
            "--spring.profiles.active=postgres",
            "--spring.datasource.url=" + TestDatabase.fresh(),
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=",
            "--plantrail.query.patience=" + PATIENCE.toSeconds() + "s",
            "--server.port=0");
    home = "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port");
  }

  /** Where it is served. */
  String home() {
    return home;
  }

  TestClock clock() {
    return clock;
  }

  /**
   * Somebody who is signed in: {@code admin}, {@code auditor}, or who acts for the agency of that
   * code. They have an account from the first time that they are asked for.
   */
  Person as(String user) {
    return people.computeIfAbsent(user, this::signedIn);
  }

  private Person signedIn(String user) {
    Role role =
        switch (user) {
          case "admin" -> Role.ADMIN;
          case "auditor" -> Role.AUDITOR;
          default -> Role.OFFICIAL;
        };
    List<String> agencies = role == Role.OFFICIAL ? List.of(user) : List.of();
    application
        .getBean(Accounts.class)
        .create(new Accounts.New(user, "Bà " + user, role, agencies), PASSWORD);
    return Person.signedIn(home, user, PASSWORD, mark);
  }

  /**
   * Registers the agencies of a place and time.
   *
   * @param place name of the sample's files
   * @param withCommunes codes of the districts whose communes are registered too
   */
  void register(String place, Set<String> withCommunes) {
    register("sample/agencies/areas/" + place + ".csv", withCommunes::contains);
    register("sample/agencies/bodies/" + place + ".csv", _ -> true);
  }

  private void register(String file, java.util.function.Predicate<String> withCommunes) {
    try (Reader reader = new InputStreamReader(resource(file), StandardCharsets.UTF_8)) {
      for (CSVRecord row :
          CSVFormat.RFC4180
              .builder()
              .setHeader()
              .setSkipHeaderRecord(true)
              .setNullString("")
              .get()
              .parse(reader)) {
        if (!row.get("level").equals("COMMUNE") || withCommunes.test(row.get("superior"))) {
          as("admin").give("register-agency", row.toMap());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the sample. */
  static InputStream resource(String name) {
    return Objects.requireNonNull(World.class.getClassLoader().getResourceAsStream(name), name);
  }

  /** Waits for what the system does by itself. */
  void until(String what, Callable<Boolean> comeTrue) {
    await(what).atMost(PATIENCE).until(comeTrue);
  }

  @Override
  public void close() {
    application.close();
  }
}
