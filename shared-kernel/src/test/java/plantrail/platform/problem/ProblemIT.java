package plantrail.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import plantrail.platform.access.WebTest;

/** Whatever goes wrong is told in one form, in the reader's language, and nothing inside shows. */
@ExtendWith(OutputCaptureExtension.class)
class ProblemIT extends WebTest {
  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

  @ParameterizedTest
  @CsvSource({
    "INVALID_ARGUMENT,400",
    "NOT_PERMITTED,403",
    "NOT_FOUND,404",
    "ALREADY_EXISTS,409",
    "INVALID_STATE,409",
    "CONFLICT,409"
  })
  void aRefusalIsAProblemDocument(String code, int status) {
    Answer answer = hoa().get("/api/test/refuse/" + code);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    assertThat(answer.json().path("type").asString())
        .isEqualTo("urn:plantrail:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
    assertThat(answer.json().path("title").asString()).isNotBlank().doesNotContain("problem.");
    assertThat(answer.json().path("errors").path(0).path("field").asString()).isEqualTo("number");
  }

  @ParameterizedTest
  @CsvSource({
    "vi,Không tìm thấy “28/02/2024”.",
    "fr,Không tìm thấy “28/02/2024”.",
    "'fr, en;q=0.8, vi;q=0.5',There is no “28/02/2024”."
  })
  void itSpeaksTheReadersLanguage(String languages, String detail) {
    Answer answer = hoa().get("/api/test/refuse/NOT_FOUND", "Accept-Language", languages);

    assertThat(answer.json().path("detail").asString()).isEqualTo(detail);
  }

  @Test
  void whoAsksForNoLanguageGetsVietnameseAndWhoChoseOneOnThePagesGetsThat() {
    assertThat(hoa().get("/api/no/such/path").json().path("title").asString())
        .isEqualTo("Không có địa chỉ này");
    assertThat(hoa().cookie("lang", "en").get("/api/no/such/path").json().path("title").asString())
        .isEqualTo("No such path");
  }

  /** What no endpoint got to see is told by the page of errors, which has a path of its own. */
  @Test
  void thePageOfErrorsSpeaksTheLanguageOfWhatWasAskedForAtFirst() {
    String[] english = {"Accept-Language", "en"};
    Answer program = hoa().get("/api/me%3Bx", english);
    assertThat(program.status()).isEqualTo(400);
    assertThat(program.json().path("title").asString()).isEqualTo("Bad request");
    assertThat(hoa().get("/api/me%3Bx").json().path("title").asString())
        .isEqualTo("Yêu cầu chưa đúng");
    assertThat(hoa().get("/me%3Bx", english).json().path("title").asString())
        .isEqualTo("Yêu cầu chưa đúng");
    assertThat(
            hoa().cookie("lang", "vi").get("/api/me%3Bx", english).json().path("title").asString())
        .isEqualTo("Yêu cầu chưa đúng");
    assertThat(hoa().cookie("lang", "en").get("/me%3Bx").json().path("title").asString())
        .isEqualTo("Bad request");
  }

  @Test
  void aRefusalDeepInsideIsStillARefusal() {
    assertThat(hoa().get("/api/test/refuse-inside").code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void anUnknownPathIsAProblemEvenForABrowser() {
    Answer answer = hoa().get("/api/no/such/path", "Accept", "text/html");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("NO_SUCH_PATH");
  }

  @Test
  void anotherMethodIsNamedWithThoseThatWork() {
    Answer answer = hoa().send("DELETE", "/api/test/change", null);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.code()).isEqualTo("METHOD_NOT_ALLOWED");
    assertThat(answer.header("allow")).isEqualTo("POST");
  }

  @Test
  void anotherFormOfDataIsRefused() {
    Answer sent = hoa().post("/api/test/change", "<a/>", "Content-Type", "application/xml");
    Answer asked = hoa().get("/api/me", "Accept", "application/xml");

    assertThat(sent.status()).isEqualTo(415);
    assertThat(sent.code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    assertThat(asked.status()).isEqualTo(406);
    assertThat(asked.code()).isEqualTo("NOT_ACCEPTABLE");
  }

  @Test
  void brokenJsonIsRefused() {
    Answer answer = hoa().post("/api/test/change", "{\"a\":", "Content-Type", "application/json");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("MALFORMED_JSON");
  }

  @ParameterizedTest
  @CsvSource({"'',Thiếu tham số bắt buộc.", "?number=mười,Không đọc được giá trị “mười”."})
  void aFaultyParameterIsNamed(String query, String message) {
    Answer answer = hoa().get("/api/test/count" + query.replace("mười", "m%C6%B0%E1%BB%9Di"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("INVALID_ARGUMENT");
    assertThat(answer.json().path("errors").path(0).path("field").asString()).isEqualTo("number");
    assertThat(answer.json().path("errors").path(0).path("message").asString()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource({"/api/test/fail", "/fail"})
  void aFaultShowsNothingOfTheInsideButAnIdThatTheLogHas(String path, CapturedOutput log) {
    Answer answer = hoa().get(path);

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.code()).isEqualTo("INTERNAL");
    assertThat(answer.body()).doesNotContain("select", "plantrail.", "Exception", "java.");
    Matcher id = ID.matcher(answer.json().path("detail").asString());
    assertThat(id.find()).isTrue();
    assertThat(log.getOut()).contains(id.group(), "select password");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"database", "pool", "statement", "event-store", "command-side", "axon-server"})
  void whatDoesNotAnswerAtPresentIsNoFaultAndALineInTheLog(String lost, CapturedOutput log) {
    Answer answer = hoa().get("/api/test/outage/" + lost, "Accept-Language", "en");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("OUTAGE");
    assertThat(answer.json().path("title").asString()).isEqualTo("A server does not answer");
    assertThat(log.getOut()).contains("GET /api/test/outage/" + lost).doesNotContain("\tat ");
  }

  @Test
  void noTracesAreLeftToReadWhenTheServerItselfRefuses() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket
          .getOutputStream()
          .write(
              "GET /api/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Tomcat", "Exception", "at org");
    }
  }
}
