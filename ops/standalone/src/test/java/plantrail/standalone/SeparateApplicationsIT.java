package plantrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import plantrail.command.CommandSide;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.platform.Commands;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;
import plantrail.platform.access.Accounts;
import plantrail.query.QuerySide;
import plantrail.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** A PostgreSQL that is not ours to start, used by the whole system and by its two halves. */
@ExtendWith(OutputCaptureExtension.class)
class SeparateApplicationsIT {
  private static final String PASSWORD = "một mật khẩu";

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();

  private static String[] arguments(String url, String... more) {
    return Stream.concat(
            Stream.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=",
                "--server.port=0"),
            Stream.of(more))
        .toArray(String[]::new);
  }

  private static ConfigurableApplicationContext start(
      Class<?> application, String name, String url) {
    return new SpringApplicationBuilder(application)
        .run(arguments(url, "--spring.config.name=" + name));
  }

  private static String address(ConfigurableApplicationContext application) {
    return "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port");
  }

  private JsonNode send(String user, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    byte[] both = (user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        http.send(
            request
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  @Test
  void theWholeSystemRunsOnADatabaseOfTheOperator() throws Exception {
    SpringApplication application = PlanTrail.application();
    application.setAdditionalProfiles("postgres");
    try (ConfigurableApplicationContext running =
        application.run(arguments(TestDatabase.fresh()))) {
      HttpResponse<String> health =
          http.send(
              HttpRequest.newBuilder(URI.create(address(running) + "/actuator/health")).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(health.statusCode()).isEqualTo(200);
      assertThat(json.readTree(health.body()).path("status").asString()).isEqualTo("UP");
    }
  }

  @Test
  void withoutThatDatabaseTheStartIsRefusedInOneSentence(CapturedOutput output) {
    SpringApplication application = PlanTrail.application();
    application.setAdditionalProfiles("postgres");
    assertThatThrownBy(() -> application.run(arguments("jdbc:postgresql://127.0.0.1:1/none")))
        .isInstanceOf(Exception.class);
    assertThat(output)
        .contains(
            "Không khởi động được: cơ sở dữ liệu đặt bằng PLANTRAIL_DATABASE_URL",
            "Cannot start: the database set by PLANTRAIL_DATABASE_URL",
            "127.0.0.1:1 refused")
        .doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "axon-server"})
  void whoNamesNoDatabaseIsToldWhatIsMissing(String profile, CapturedOutput output) {
    SpringApplication application = PlanTrail.application();
    application.setAdditionalProfiles(profile);
    assertThatThrownBy(
            () -> application.run("--server.port=0", "--spring.datasource.username=plantrail"))
        .isInstanceOf(StartRefused.class);
    assertThat(output)
        .contains(
            "Không khởi động được: chưa đặt PLANTRAIL_DATABASE_URL, PLANTRAIL_DATABASE_PASSWORD;",
            "Cannot start: PLANTRAIL_DATABASE_URL, PLANTRAIL_DATABASE_PASSWORD is not set;")
        .doesNotContain("jdbc", "\tat ");
  }

  @Test
  void whatTheCommandSideIssuesTheQuerySideShows() throws Exception {
    String url = TestDatabase.fresh();
    try (ConfigurableApplicationContext commandSide =
            start(CommandSide.class, "command-side", url);
        ConfigurableApplicationContext querySide = start(QuerySide.class, "query-side", url)) {
      peopleOf(commandSide);

      JsonNode outcome =
          send(
              "HGI",
              HttpRequest.newBuilder(URI.create(address(commandSide) + "/api/commands/issue-plan"))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(plan().toString())));

      JsonNode plans =
          send(
              "auditor",
              HttpRequest.newBuilder(
                  URI.create(
                      address(querySide) + "/api/plans?after=" + outcome.path("mark").asString())));
      assertThat(plans.toString()).contains(outcome.path("id").asString(), "73/KH-UBND");
    }
  }

  private static void peopleOf(ConfigurableApplicationContext commandSide) {
    commandSide
        .getBean(Commands.class)
        .give(
            new RegisterAgency(
                "HGI",
                "UBND tỉnh Hà Giang",
                AgencyKind.PEOPLES_COMMITTEE,
                AgencyLevel.PROVINCE,
                null,
                LocalDate.of(2020, 1, 1),
                null,
                null),
            new Actor("admin", "Quản trị", null, Role.ADMIN));
    Accounts accounts = commandSide.getBean(Accounts.class);
    accounts.create(new Accounts.New("HGI", "Bà Hoa", Role.OFFICIAL, List.of("HGI")), PASSWORD);
    accounts.create(new Accounts.New("auditor", "Kiểm toán", Role.AUDITOR, List.of()), PASSWORD);
  }

  private ObjectNode plan() {
    ObjectNode plan = json.createObjectNode();
    plan.put("kind", "KH").put("number", "73").put("symbol", "KH-UBND");
    plan.put("issueDate", LocalDate.now(LocalTime.ZONE).toString());
    plan.put("issuer", "HGI").put("title", "Công tác dân vận");
    plan.putArray("items").addObject().put("outline", "I").put("title", "Nội dung");
    ObjectNode rule = plan.putArray("assignments").addObject();
    rule.put("id", "A1").put("item", "I").put("title", "Tuyên truyền");
    rule.putObject("assignees").putArray("agencies").add("HGI");
    rule.putArray("roles").add("EXECUTE");
    return plan;
  }
}
