package plantrail.platform.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import plantrail.kernel.message.Role;
import plantrail.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A web application that has nothing but accounts, problem documents and a few endpoints. */
@SpringBootTest(
    classes = WebTest.Application.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.config.import=classpath:platform.yaml",
      "spring.messages.basename=i18n/kernel,i18n/platform",
      "plantrail.sample.enabled=true"
    })
@ContextConfiguration(initializers = TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class WebTest {
  protected static final String PASSWORD = "mật khẩu đúng";

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @ComponentScan({"plantrail.platform.access", "plantrail.platform.problem"})
  static class Application {}

  @Autowired protected JdbcClient jdbc;
  @Autowired protected Accounts accounts;
  @LocalServerPort protected int port;

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  void people() {
    if (jdbc.sql("select count(*) from access.account").query(Long.class).single() > 0) {
      return;
    }
    for (String name : List.of("hoa", "forgetful", "hasty")) {
      accounts.create(
          new Accounts.New(name, "Bà Hoa", Role.OFFICIAL, List.of("HGI.024", "HGI.026")), PASSWORD);
    }
    accounts.create(new Accounts.New("vận hành", "Ông Vận", Role.OPERATOR, List.of()), PASSWORD);
    accounts.createSample(
        List.of(new Accounts.New("HGI", "Bà Mẫu", Role.OFFICIAL, List.of("HGI"))));
    accounts.setSamplePassword(PASSWORD);
  }

  /** An answer and what a browser would keep of it. */
  public record Answer(int status, String body, Map<String, List<String>> headers) {
    public JsonNode json() {
      return new ObjectMapper().readTree(body);
    }

    public String code() {
      return json().path("code").asString();
    }

    public @Nullable String header(String name) {
      return headers.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }

    /** The whole Set-Cookie line of that cookie; empty if the answer sets none. */
    public String setCookie(String name) {
      return headers.getOrDefault("set-cookie", List.of()).stream()
          .filter(line -> line.startsWith(name + "="))
          .collect(Collectors.joining());
    }
  }

  /** A client: a program that sends name and password along, or a browser with its cookies. */
  public final class Client {
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final List<String> always = new ArrayList<>();
    private int at = port;

    public Client basic(String username, String password) {
      byte[] both = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
      return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }

    public Client with(String... headers) {
      always.addAll(List.of(headers));
      return this;
    }

    public Client cookie(String name, String value) {
      cookies.put(name, value);
      return this;
    }

    /** Goes on with its cookies against an application at another port. */
    public Client at(int port) {
      at = port;
      return this;
    }

    public Answer get(String path, String... headers) {
      return send("GET", path, null, headers);
    }

    public Answer post(String path, String body, String... headers) {
      return send("POST", path, body, headers);
    }

    /** Signs in by form, with the token that the page of the form brought. */
    public Answer signIn(String username, String password) {
      get("/login", "Accept", "text/html");
      return post(
          "/login",
          "username="
              + URLEncoder.encode(username, StandardCharsets.UTF_8)
              + "&password="
              + URLEncoder.encode(password, StandardCharsets.UTF_8),
          "Content-Type",
          "application/x-www-form-urlencoded",
          "X-XSRF-TOKEN",
          token());
    }

    public String token() {
      return cookies.getOrDefault("XSRF-TOKEN", "");
    }

    public Answer send(String method, String path, @Nullable String body, String... headers) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path))
              .method(
                  method,
                  body == null
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(body));
      always(request);
      if (headers.length > 0) {
        request.headers(headers);
      }
      try {
        HttpResponse<String> response =
            http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        Answer answer =
            new Answer(response.statusCode(), response.body(), response.headers().map());
        answer.headers().getOrDefault("set-cookie", List.of()).stream()
            .flatMap(line -> HttpCookie.parse(line).stream())
            .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
        return answer;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    private void always(HttpRequest.Builder request) {
      if (!always.isEmpty()) {
        request.headers(always.toArray(String[]::new));
      }
      if (!cookies.isEmpty()) {
        request.header(
            "Cookie",
            cookies.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; ")));
      }
    }
  }

  protected Client client() {
    return new Client();
  }

  protected Client browser() {
    return new Client().with("Accept", "text/html");
  }

  protected Client hoa() {
    return client().basic("hoa", PASSWORD);
  }
}
