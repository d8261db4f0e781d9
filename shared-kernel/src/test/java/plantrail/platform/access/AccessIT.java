package plantrail.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Who comes in, as whom, and what a stranger gets. */
class AccessIT extends WebTest {
  private static final String[] JSON = {"Content-Type", "application/json"};

  @Autowired private Environment environment;

  @Test
  void aStrangerWithABrowserIsLedToTheSignInPage() {
    Answer answer = browser().get("/page");

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("location")).endsWith("/login");
    assertThat(answer.setCookie("SESSION")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/me", "/api/no/such/path", "/actuator/prometheus", "/v3/api-docs"})
  void aStrangersProgramIsToldToSignInAndNoBrowserAsksForAPassword(String path) {
    Answer answer = client().get(path);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
    assertThat(answer.code()).isEqualTo("NOT_SIGNED_IN");
    assertThat(answer.header("www-authenticate")).isNull();
    assertThat(answer.setCookie("SESSION")).isEmpty();
  }

  @Test
  void aPartOfAPageLoadsTheWholePageAnewWhenTheSessionIsOver() {
    Answer answer = browser().get("/page", "HX-Request", "true");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("hx-refresh")).isEqualTo("true");
  }

  @Test
  void aProgramSignsInByBasicAndIsToldWhoItIs() {
    Answer answer = hoa().get("/api/me");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().toString())
        .isEqualTo(
            """
            {"username":"hoa","name":"Bà Hoa","role":"OFFICIAL","agency":"HGI.024",\
            "agencies":["HGI.024","HGI.026"],"mandates":[]}\
            """);
    assertThat(answer.setCookie("SESSION")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"hoa,wrong", "nobody,wrong", "hoa,''", "''' or 1=1 --',x", "a\u0000b,x"})
  void aWrongPasswordAndAnUnknownNameGetTheSameAnswer(String username, String password) {
    Answer answer = client().basic(username, password).get("/api/me");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("NOT_SIGNED_IN");
  }

  @Test
  void aPersonSignsInByFormAndComesToThePageAskedFor() {
    Client browser = browser();
    browser.get("/page?at=2024-06-30");

    Answer signedIn = browser.signIn("hoa", PASSWORD);

    assertThat(signedIn.status()).isEqualTo(302);
    assertThat(signedIn.header("location")).endsWith("/page?at=2024-06-30");
    assertThat(signedIn.setCookie("SESSION")).contains("HttpOnly", "SameSite=Lax");
    assertThat(browser.get("/page").body()).isEqualTo("a page");
  }

  @Test
  void aWrongPasswordInTheFormLeadsBackToIt() {
    Answer answer = browser().signIn("hoa", "wrong");

    assertThat(answer.header("location")).endsWith("/login?error");
  }

  @Test
  void whoeverSignsOutIsOut() {
    Client browser = browser();
    browser.signIn("hoa", PASSWORD);
    browser.get("/page");

    Answer out = browser.post("/logout", "", "X-XSRF-TOKEN", browser.token());

    assertThat(out.header("location")).endsWith("/login?logout");
    assertThat(browser.get("/page").status()).isEqualTo(302);
  }

  @Test
  void aSessionChangesNothingWithoutItsToken() {
    Client browser = client();
    browser.signIn("hoa", PASSWORD);
    browser.get("/page");

    Answer forged = browser.post("/api/test/change", "{}", JSON);
    Answer meant =
        browser.post(
            "/api/test/change",
            "{}",
            "Content-Type",
            "application/json",
            "X-XSRF-TOKEN",
            browser.token());

    assertThat(forged.status()).isEqualTo(403);
    assertThat(forged.code()).isEqualTo("NOT_PERMITTED");
    assertThat(meant.status()).isEqualTo(200);
  }

  @Test
  void nobodyIsSignedInByAForgedForm() {
    Answer answer =
        browser()
            .post(
                "/login",
                "username=hoa&password=x",
                "Content-Type",
                "application/x-www-form-urlencoded");

    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void aProgramThatSendsItsPasswordAlongNeedsNoToken() {
    assertThat(hoa().post("/api/test/change", "{\"a\":\"b\"}", JSON).status()).isEqualTo(200);
  }

  @Test
  void aStrangersProgramIsToldToSignInBeforeAnythingElse() {
    assertThat(client().post("/api/test/change", "{}", JSON).status()).isEqualTo(401);
  }

  @Test
  void onePersonActsForEachOfTheirAgencies() {
    Answer answer = hoa().get("/api/me", "On-Behalf-Of", "HGI.026");

    assertThat(answer.json().path("agency").asString()).isEqualTo("HGI.026");
  }

  @Test
  void theAgencyChosenOnThePagesHoldsUntilTheHeaderSaysOtherwise() {
    Client chosen = hoa().cookie("agency", "HGI.026");

    assertThat(chosen.get("/api/me").json().path("agency").asString()).isEqualTo("HGI.026");
    assertThat(chosen.get("/api/me", "On-Behalf-Of", "HGI.024").json().path("agency").asString())
        .isEqualTo("HGI.024");
  }

  @Test
  void nobodyActsForAnAgencyThatIsNotTheirs() {
    Answer named = hoa().get("/api/me", "On-Behalf-Of", "HGI");
    Answer chosen = hoa().cookie("agency", "HGI").get("/api/me");

    assertThat(named.status()).isEqualTo(403);
    assertThat(named.code()).isEqualTo("NOT_PERMITTED");
    assertThat(chosen.json().path("agency").asString()).isEqualTo("HGI.024");
  }

  @Test
  void healthIsPublicButItsDetailsAreTheOperators() {
    assertThat(client().get("/actuator/health").json().has("components")).isFalse();
    assertThat(hoa().get("/actuator/health").json().has("components")).isFalse();
    assertThat(operator().get("/actuator/health").json().path("components").has("db")).isTrue();
  }

  @Test
  void measurementsAreTheOperators() {
    Answer refused = hoa().get("/actuator/prometheus");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("NOT_PERMITTED");
    assertThat(operator().get("/actuator/prometheus").status()).isEqualTo(200);
  }

  private Client operator() {
    return client().basic("vận hành", PASSWORD);
  }

  @Test
  void everyAnswerTellsTheBrowserToTakeNothingFromElsewhere() {
    Answer answer = hoa().get("/page");

    assertThat(answer.header("content-security-policy"))
        .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'");
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(answer.header("referrer-policy")).isEqualTo("same-origin");
    assertThat(answer.header("cache-control")).contains("no-store");
  }

  @Test
  void aDisabledAccountIsOutAtOnceWithAllItsSessions() {
    Client browser = browser();
    browser.signIn("forgetful", PASSWORD);
    assertThat(browser.get("/page").status()).isEqualTo(200);

    jdbc.sql("update access.account set enabled = false where username = 'forgetful'").update();

    assertThat(browser.get("/page").status()).isEqualTo(302);
    assertThat(client().basic("forgetful", PASSWORD).get("/api/me").status()).isEqualTo(401);
  }

  @Test
  void whoeverGuessesPasswordsHasToWaitButNobodyElseDoes() {
    Client guesser = client().basic("hasty", "wrong").with("X-Forwarded-For", "203.0.113.7");
    for (int guess = 0; guess < LimitedSignIn.FREE; guess++) {
      assertThat(guesser.get("/api/me").status()).isEqualTo(401);
    }

    Answer right =
        client().basic("hasty", PASSWORD).with("X-Forwarded-For", "203.0.113.7").get("/api/me");
    Answer byForm = browser().with("X-Forwarded-For", "203.0.113.7").signIn("hasty", PASSWORD);

    assertThat(right.status()).isEqualTo(429);
    assertThat(right.code()).isEqualTo("TOO_MANY_ATTEMPTS");
    assertThat(right.header("retry-after")).isEqualTo("60");
    assertThat(byForm.header("location")).endsWith("/login?wait");
    assertThat(client().basic("hasty", PASSWORD).get("/api/me").status()).isEqualTo(200);
    assertThat(hoa().with("X-Forwarded-For", "203.0.113.7").get("/api/me").status()).isEqualTo(200);
  }

  @Test
  void aRestartSignsNobodyOutButEndsTheSampleWhenItIsSwitchedOff() {
    Client person = browser();
    person.signIn("hoa", PASSWORD);
    Client sample = browser();
    sample.signIn("HGI", PASSWORD);
    assertThat(sample.get("/page").status()).isEqualTo(200);

    try (ConfigurableApplicationContext restarted =
        new SpringApplicationBuilder(Application.class)
            .properties(
                Map.of(
                    "server.port", "0",
                    "spring.config.import", "classpath:platform.yaml",
                    "spring.messages.basename", "i18n/kernel,i18n/platform",
                    "plantrail.sample.enabled", "false",
                    "spring.datasource.url",
                        environment.getRequiredProperty("spring.datasource.url")))
            .run()) {
      int port = restarted.getEnvironment().getRequiredProperty("local.server.port", Integer.class);

      assertThat(person.at(port).get("/page").status()).isEqualTo(200);
      assertThat(sample.at(port).get("/page").status()).isEqualTo(302);
      assertThat(client().at(port).basic("HGI", PASSWORD).get("/api/me").status()).isEqualTo(401);
    }
  }
}
