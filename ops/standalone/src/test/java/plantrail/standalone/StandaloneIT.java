package plantrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The whole system as a process of its own, as an operator meets it. */
class StandaloneIT {
  private static final String PASSWORD = "mật khẩu mẫu";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int CALLERS = 4;
  private static final String AGENCY =
      """
      {"code": "%s", "name": "UBND", "kind": "PEOPLES_COMMITTEE", "level": "PROVINCE",
       "validFrom": "2020-01-01"}
      """;

  @TempDir private Path folder;
  private final List<Process> processes = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private int port;

  @BeforeEach
  void findPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
  }

  @AfterEach
  void stopAll() throws InterruptedException {
    for (Process process : processes) {
      process.destroy();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  private Path log(int number) {
    return folder.resolve(number + ".log");
  }

  private Process start(int port, Path data, String... more) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    line.add(PlanTrail.class.getName());
    line.add("--server.port=" + port);
    line.add("--plantrail.data-folder=" + data);
    line.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.redirectOutput(log(processes.size()).toFile());
    builder.environment().put("PLANTRAIL_SAMPLE_PASSWORD", PASSWORD);
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  private Process started(Path data, String... more) throws IOException {
    Process process = start(port, data, more);
    await().atMost(PATIENCE).ignoreExceptions().until(() -> get("/login").statusCode() == 200);
    return process;
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private JsonNode ask(String path) throws IOException, InterruptedException {
    return new ObjectMapper()
        .readTree(
            http.send(
                    request(path).header("Authorization", basic("auditor")).build(),
                    HttpResponse.BodyHandlers.ofString())
                .body());
  }

  private static String basic(String user) {
    byte[] both = (user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  private long events() throws IOException, InterruptedException {
    return ask("/api/history?size=1").path("asOf").path("position").asLong();
  }

  @Test
  void aKillInTheMiddleOfWorkLosesNothingAndTheNextStartNeedsNoHelp() throws Exception {
    Path data = folder.resolve("data");
    Process first = started(data);
    await().atMost(PATIENCE).ignoreExceptions().until(() -> events() > 1_000);
    long before = events();

    first.destroyForcibly().waitFor();

    Process second = started(data);
    assertThat(events()).isGreaterThanOrEqualTo(before);
    await().atMost(PATIENCE).until(() -> events() > before + 500);
    assertThat(begunTwice(database(data))).isEmpty();

    second.destroy();
    assertThat(second.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    assertThat(Files.readString(log(1)))
        .contains("http://127.0.0.1:" + port + "/", data.toString(), PASSWORD)
        .doesNotContain("Exception")
        .doesNotContainIgnoringCase("axoniq");
  }

  @Test
  void whatWasAcknowledgedOutlivesAKillAndAnOrderlyStopKeepsAll() throws Exception {
    Path data = folder.resolve("data");
    Process first = started(data, "--plantrail.sample.enabled=false");
    database(data)
        .sql(
            "insert into access.account (username, person_name, role, password_hash)"
                + " values ('admin', 'Quản trị', 'ADMIN', ?)")
        .param(new BCryptPasswordEncoder().encode(PASSWORD))
        .update();
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    Set<String> unanswered = ConcurrentHashMap.newKeySet();
    AtomicInteger serial = new AtomicInteger();
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      for (int i = 0; i < CALLERS; i++) {
        callers.execute(() -> registerUntilItIsGone(first, serial, acknowledged, unanswered));
      }
      await().atMost(PATIENCE).until(() -> acknowledged.size() > 100);
      first.destroyForcibly().waitFor();
    }

    Process second = started(data, "--plantrail.sample.enabled=false");
    List<String> kept = registered(database(data));
    assertThat(kept).doesNotHaveDuplicates().containsAll(acknowledged);
    assertThat(kept).filteredOn(code -> !acknowledged.contains(code)).isSubsetOf(unanswered);

    second.destroy();
    assertThat(second.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    started(data, "--plantrail.sample.enabled=false");
    assertThat(new HashSet<>(registered(database(data)))).isEqualTo(new HashSet<>(kept));
  }

  private void registerUntilItIsGone(
      Process process, AtomicInteger serial, Set<String> acknowledged, Set<String> unanswered) {
    while (process.isAlive()) {
      String code = "P" + serial.incrementAndGet();
      try {
        HttpRequest request =
            request("/api/commands/register-agency")
                .header("Authorization", basic("admin"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(AGENCY.formatted(code)))
                .build();
        if (http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
          acknowledged.add(code);
        }
      } catch (IOException noAnswer) {
        unanswered.add(code);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** The database in that folder, as a person with psql sees it. */
  private static JdbcClient database(Path data) throws IOException {
    String port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip();
    return JdbcClient.create(
        new DriverManagerDataSource(
            "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
            PostgresServer.USER,
            Files.readString(data.resolve("password"))));
  }

  private static List<String> registered(JdbcClient database) {
    return database
        .sql("select payload->>'code' from store.event where name = 'agency-registered'")
        .query(String.class)
        .list();
  }

  /** What the log says has begun more than once: an agency, a plan or a duty of an agency. */
  private static List<String> begunTwice(JdbcClient database) {
    return database
        .sql(
            """
            select concat_ws(' ', name, payload->>'code', payload->>'issuer', payload->>'number',
                             payload->>'planId', payload->>'duty', payload->>'agency',
                             payload->>'inspectionId', payload->>'title')
              from store.event where name in ('agency-registered', 'plan-issued', 'task-assigned')
             group by 1 having count(*) > 1
            """)
        .query(String.class)
        .list();
  }

  @Test
  void aFolderInUseGivesOneClearSentence() throws Exception {
    Path data = folder.resolve("data");
    started(data);

    Process refused = start(0, data);

    assertThat(refused.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(refused.exitValue()).isEqualTo(1);
    assertThat(Files.readString(log(1)))
        .contains(
            "một PlanTrail khác đang dùng thư mục dữ liệu " + data,
            "another PlanTrail uses the data folder " + data)
        .doesNotContain("\tat ");
  }

  @Test
  void aBusyPortGivesOneClearSentence() throws Exception {
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process refused = start(busy.getLocalPort(), folder.resolve("data"));

      assertThat(refused.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(refused.exitValue()).isEqualTo(1);
      assertThat(Files.readString(log(0)))
          .contains(
              "cổng " + busy.getLocalPort() + " trên 127.0.0.1 đang được chương trình khác dùng",
              "port " + busy.getLocalPort() + " on 127.0.0.1 is in use")
          .doesNotContain("\tat ");
    }
  }
}
