package plantrail.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who is signed in and speaks HTTP. */
final class Person {
  private static final ObjectMapper JSON = JsonMapper.shared();

  private final String home;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final AtomicReference<String> mark;

  private Person(String home, AtomicReference<String> mark) {
    this.home = home;
    this.mark = mark;
  }

  /**
   * Signs in with the form, as a browser would.
   *
   * @param mark of the last command that any of the people gave
   */
  static Person signedIn(
      String home, String username, String password, AtomicReference<String> mark) {
    Person person = new Person(home, mark);
    person.send(HttpRequest.newBuilder(URI.create(home + "/login")).GET());
    HttpResponse<String> answer =
        person.send(
            HttpRequest.newBuilder(URI.create(home + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", person.token())
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "username=" + encode(username) + "&password=" + encode(password))));
    Assertions.assertThat(answer.headers().firstValue("Location").orElse(""))
        .doesNotContain("error");
    person.get("/api/me");
    return person;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String token() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  /** The answer to a question that is answered. */
  JsonNode get(String path) {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(home + path)).GET());
    Assertions.assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /** The answer to a question, which knows what the last command did. */
  JsonNode ask(String path) {
    return get(
        path + (path.contains("?") ? "&" : "?") + "after=" + encode(String.valueOf(mark.get())));
  }

  /** What came of a command that is taken. */
  JsonNode give(String command, Object body) {
    HttpResponse<String> answer = post(command, body);
    Assertions.assertThat(answer.statusCode()).as(command + " " + answer.body()).isEqualTo(200);
    JsonNode outcome = JSON.readTree(answer.body());
    mark.set(outcome.path("mark").asString());
    return outcome;
  }

  /** The code of a command that is refused. */
  @Nullable String refused(String command, Object body) {
    HttpResponse<String> answer = post(command, body);
    Assertions.assertThat(answer.statusCode()).as(command).isGreaterThanOrEqualTo(400);
    return JSON.readTree(answer.body()).path("code").asString();
  }

  /** The fields for which a command is refused. */
  List<String> faultyFields(String command, Object body) {
    HttpResponse<String> answer = post(command, body);
    Assertions.assertThat(answer.statusCode()).as(command).isEqualTo(400);
    return JSON.readTree(answer.body())
        .path("errors")
        .valueStream()
        .map(each -> each.path("field").asString())
        .toList();
  }

  private HttpResponse<String> post(String command, Object body) {
    return send(
        HttpRequest.newBuilder(URI.create(home + "/api/commands/" + command))
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", token())
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
