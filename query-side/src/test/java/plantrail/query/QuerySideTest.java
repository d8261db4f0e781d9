package plantrail.query;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;
import plantrail.platform.access.Accounts;
import plantrail.platform.messaging.Watermarks;
import plantrail.query.agencies.AgenciesProjection;
import plantrail.query.budgets.BudgetsProjection;
import plantrail.query.consolidations.ConsolidationsProjection;
import plantrail.query.drafts.DraftsProjection;
import plantrail.query.history.HistoryProjection;
import plantrail.query.inspections.InspectionsProjection;
import plantrail.query.models.ModelsProjection;
import plantrail.query.moves.MovesProjection;
import plantrail.query.obstacles.ObstaclesProjection;
import plantrail.query.planregister.PlanRegisterProjection;
import plantrail.query.platform.Queries;
import plantrail.query.reportmatrix.ReportMatrixProjection;
import plantrail.query.targets.TargetsProjection;
import plantrail.query.taskboard.TaskBoardProjection;
import plantrail.testing.MovableClock;
import plantrail.testing.SerialisingBuses;
import plantrail.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The query side with a real database and store; events are appended without a command side. */
@SpringBootTest(
    classes = {QuerySide.class, SerialisingBuses.class, QuerySideTest.Time.class},
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.name=query-side",
      "spring.datasource.username=postgres",
      "spring.datasource.password=",
      "server.port=0",
      "plantrail.query.patience=2s"
    })
@ContextConfiguration(initializers = TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DirtiesContext // each class counts what it wrote itself
public abstract class QuerySideTest {
  protected static final String PASSWORD = "một mật khẩu";

  /** The processing groups that the query side declares. */
  protected static final Set<String> GROUPS =
      Set.of(
          AgenciesProjection.GROUP,
          PlanRegisterProjection.GROUP,
          TaskBoardProjection.GROUP,
          ReportMatrixProjection.GROUP,
          InspectionsProjection.GROUP,
          ModelsProjection.GROUP,
          TargetsProjection.GROUP,
          BudgetsProjection.GROUP,
          ObstaclesProjection.GROUP,
          ConsolidationsProjection.GROUP,
          DraftsProjection.GROUP,
          MovesProjection.GROUP,
          HistoryProjection.GROUP);

  protected static final Actor AUDITOR = new Actor("auditor", "Kiểm toán", null, Role.AUDITOR);

  @TestConfiguration(proxyBeanMethods = false)
  static class Time {
    @Bean
    MovableClock clock() {
      return new MovableClock(Instant.parse("2024-12-31T05:00:00Z"));
    }
  }

  @Autowired protected JdbcClient jdbc;
  @Autowired protected EventStore eventStore;
  @Autowired protected EventProcessingConfiguration processing;
  @Autowired protected Watermarks watermarks;
  @Autowired protected Queries queries;
  @Autowired protected MovableClock clock;
  @Autowired protected Accounts accounts;
  @Autowired private ObjectMapper json;
  @LocalServerPort private int port;

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  void createAccounts() {
    if (jdbc.sql("select count(*) from access.account").query(Long.class).single() > 0) {
      return;
    }
    accounts.create(new Accounts.New("auditor", "Kiểm toán", Role.AUDITOR, List.of()), PASSWORD);
    for (var agency : Story.agencies()) {
      accounts.create(
          new Accounts.New(
              agency.code(), "Bà " + agency.code(), Role.OFFICIAL, List.of(agency.code())),
          PASSWORD);
    }
  }

  protected static Actor official(String agency) {
    return new Actor(agency, "Bà " + agency, agency, Role.OFFICIAL);
  }

  protected Log log() {
    return new Log(eventStore);
  }

  /** Waits until all projections have seen all events. */
  protected long settle() {
    long events = jdbc.sql("select count(*) from store.event").query(Long.class).single();
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(25))
        .until(() -> watermarks.of(GROUPS) >= events);
    return events;
  }

  /** Empties all projections and reads the log again from its beginning. */
  protected void rebuild() {
    for (String group : GROUPS) {
      StreamingEventProcessor processor = processor(group);
      processor.shutDown();
      processor.resetTokens();
      processor.start();
    }
    settle();
  }

  protected StreamingEventProcessor processor(String group) {
    return processing.eventProcessor(group, StreamingEventProcessor.class).orElseThrow();
  }

  /** An answer: its status, its JSON, its headers. */
  public record Answer(int status, JsonNode json, Map<String, List<String>> headers) {
    public String code() {
      return json.path("code").asString();
    }

    public List<String> faultyFields() {
      return json.path("errors").valueStream().map(each -> each.path("field").asString()).toList();
    }

    /** The value of a header; empty if there is none. */
    public String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }

    /** The named field of all items. */
    public List<String> items(String field) {
      return json.path("items").valueStream().map(each -> each.path(field).asString()).toList();
    }
  }

  /** Asks over HTTP; parameters are names and values in turn. */
  protected Answer get(String user, String path, String... parameters) {
    return send(user, Map.of(), path, parameters);
  }

  protected Answer send(
      String user, Map<String, String> headers, String path, String... parameters) {
    HttpRequest.Builder request = request(user, address(path, parameters));
    headers.forEach(request::header);
    HttpResponse<String> response = exchange(request.build());
    return new Answer(
        response.statusCode(),
        json.readTree(response.body().isEmpty() ? "null" : response.body()),
        response.headers().map());
  }

  /** Asks for a file. */
  protected HttpResponse<byte[]> download(String user, String path, String... parameters) {
    try {
      return http.send(
          request(user, address(path, parameters)).build(),
          HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks for a page as a browser does, in that language; nobody if the user is empty. */
  protected HttpResponse<String> page(
      String user, String language, String path, String... parameters) {
    String address = address(path, parameters);
    return exchange(
        (user.isEmpty()
                ? HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                : request(user, address))
            .header("Accept", "text/html")
            .header("Cookie", "lang=" + language)
            .build());
  }

  /** Sends a form of a page. */
  protected HttpResponse<String> submit(String user, String path, String... fields) {
    return exchange(
        request(user, path)
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(address("", fields).substring(1)))
            .build());
  }

  private static String address(String path, String... parameters) {
    StringBuilder query = new StringBuilder(path);
    for (int i = 0; i < parameters.length; i += 2) {
      query
          .append(query.indexOf("?") < 0 ? '?' : '&')
          .append(parameters[i])
          .append('=')
          .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
    }
    return query.toString();
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String user, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header(
            "Authorization",
            "Basic "
                + Base64.getEncoder()
                    .encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Begins to listen to news, hears that it does, and is gone in the middle, without a farewell.
   */
  protected void listenAndBreakOff(String user) {
    HttpRequest request = request(user, "/api/events").build();
    try (Socket socket = new Socket("127.0.0.1", port)) {
      String asked =
          "GET /api/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: %s\r\n\r\n"
              .formatted(request.headers().firstValue("Authorization").orElseThrow());
      socket.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String line = answer.readLine();
      while (line != null && !line.startsWith(":")) {
        line = answer.readLine();
      }
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /**
   * Listens to news until so many were heard; their data.
   *
   * @param last the position that was heard of before; null for whoever begins to listen
   */
  protected List<String> hear(
      String user, @Nullable String last, int number, String... parameters) {
    HttpRequest.Builder request =
        request(user, address("/api/events", parameters)).header("Accept", "text/event-stream");
    if (last != null) {
      request.header("Last-Event-ID", last);
    }
    try {
      HttpResponse<Stream<String>> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofLines());
      try (Stream<String> lines = response.body()) {
        return lines.filter(line -> line.startsWith("data:")).limit(number).toList();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
