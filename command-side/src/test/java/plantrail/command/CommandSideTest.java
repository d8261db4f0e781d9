package plantrail.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.platform.Commands;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;
import plantrail.platform.access.Accounts;
import plantrail.testing.SerialisingBuses;
import plantrail.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The command side with a real database, spoken to over HTTP. */
@SpringBootTest(
    classes = {CommandSide.class, SerialisingBuses.class},
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.name=command-side",
      "spring.datasource.username=postgres",
      "spring.datasource.password=",
      "plantrail.clock.enabled=false",
      "server.port=0"
    })
@ContextConfiguration(initializers = TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class CommandSideTest {
  protected static final String PASSWORD = "một mật khẩu";

  /** The reporting rules of a plan from which nothing follows by itself. */
  protected static final List<Map<String, Object>> ON_DEMAND =
      List.of(
          Map.of(
              "id",
              "R1",
              "title",
              "Báo cáo đột xuất",
              "frequency",
              "ON_DEMAND",
              "window",
              "CALENDAR",
              "reporters",
              Map.of("agencies", List.of("HGI.026")),
              "addressees",
              List.of(Map.of("agency", "HGI"))));

  @Autowired protected JdbcClient jdbc;
  @Autowired protected Commands commands;
  @Autowired protected ObjectMapper json;
  @Autowired private Accounts accounts;
  @LocalServerPort private int port;

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  void agenciesAndAccounts() {
    if (jdbc.sql("select count(*) from access.account").query(Long.class).single() > 0) {
      return;
    }
    Actor admin = new Actor("admin", "Quản trị", null, Role.ADMIN);
    commands.give(agency("HGI", AgencyKind.PEOPLES_COMMITTEE, AgencyLevel.PROVINCE, null), admin);
    for (String department : List.of("HGI.SNV", "HGI.STC", "HGI.SYT")) {
      commands.give(agency(department, AgencyKind.DEPARTMENT, AgencyLevel.PROVINCE, "HGI"), admin);
    }
    for (String district : List.of("HGI.024", "HGI.026")) {
      commands.give(
          agency(district, AgencyKind.PEOPLES_COMMITTEE, AgencyLevel.DISTRICT, "HGI"), admin);
    }
    accounts.create(new Accounts.New("admin", "Quản trị", Role.ADMIN, List.of()), PASSWORD);
    accounts.create(new Accounts.New("auditor", "Kiểm toán", Role.AUDITOR, List.of()), PASSWORD);
    for (String code : List.of("HGI", "HGI.SNV", "HGI.024", "HGI.026")) {
      accounts.create(new Accounts.New(code, "Bà " + code, Role.OFFICIAL, List.of(code)), PASSWORD);
    }
    accounts.create(
        new Accounts.New("hoa", "Bà Hoa", Role.OFFICIAL, List.of("HGI.024", "HGI.026")), PASSWORD);
  }

  private static RegisterAgency agency(
      String code, AgencyKind kind, AgencyLevel level, @Nullable String superior) {
    return new RegisterAgency(
        code, "Đơn vị " + code, kind, level, superior, LocalDate.of(2020, 1, 1), null, null);
  }

  /** An answer: its status, its JSON, its headers. */
  public record Answer(int status, JsonNode json, Map<String, List<String>> headers) {
    public String code() {
      return json.path("code").asString();
    }

    public List<String> faultyFields() {
      return json.path("errors").valueStream().map(each -> each.path("field").asString()).toList();
    }
  }

  protected Answer give(String name, String user, Object body, String... headers) {
    return send("POST", "/api/commands/" + name, user, json.writeValueAsString(body), headers);
  }

  protected Answer send(
      String method, String path, @Nullable String user, @Nullable String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (user != null) {
      request.header("Authorization", basic(user));
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return exchange(request.build());
  }

  /** Uploads a file as it is. */
  protected Answer upload(String user, String parameters, byte[] content) {
    return upload(user, parameters, content, "application/octet-stream");
  }

  /** As {@link #upload(String, String, byte[])}, the file being called one of that type. */
  protected Answer upload(String user, String parameters, byte[] content, String type) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/api/attachments" + parameters))
            .header("Content-Type", type)
            .header("Accept-Language", "en")
            .header("Authorization", basic(user))
            .POST(HttpRequest.BodyPublishers.ofByteArray(content))
            .build();
    return exchange(request);
  }

  private static String basic(String user) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString(
                (user + ":" + PASSWORD).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private Answer exchange(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(
          response.statusCode(), json.readTree(response.body()), response.headers().map());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  protected long events() {
    return jdbc.sql("select count(*) from store.event").query(Long.class).single();
  }
}
