package plantrail.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.mandate.MandateGranted;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.Role;
import plantrail.platform.problem.Texts;
import tools.jackson.databind.JsonNode;

/** How accounts are opened, changed and locked, by whom, and what is on record of it. */
class AccountIT extends WebTest {
  private static final String LONG = "mật khẩu đủ dài";
  private static int count;

  @Autowired private AccountChanges changes;
  @Autowired private Mandates mandates;
  @Autowired private Texts texts;
  private TransactionTemplate alone;

  @Autowired
  void transactions(PlatformTransactionManager transactions) {
    alone = new TransactionTemplate(transactions);
  }

  private String lan = "";

  @BeforeEach
  void administrator() {
    lan = "lan" + ++count;
    jdbc.sql("update access.account set enabled = false where role = 'ADMIN'").update();
    jdbc.sql("delete from access.account where username = 'quản trị'").update();
    accounts.create(new Accounts.New("quản trị", "Ông Quản", Role.ADMIN, List.of()), PASSWORD);
  }

  private Client admin() {
    return client().basic("quản trị", PASSWORD);
  }

  private static Answer json(Client client, String method, String path, String body) {
    return client.send(method, path, body, "Content-Type", "application/json");
  }

  private Answer open(String username) {
    return json(
        admin(),
        "POST",
        "/api/accounts",
        """
        {"username": "%s", "personName": "Bà Lan", "role": "OFFICIAL", "agencies": ["HGI.024"],
         "password": "%s"}
        """
            .formatted(username, LONG));
  }

  private Answer change(String username, String role, String agencies) {
    return json(
        admin(),
        "PUT",
        "/api/accounts/" + username,
        "{\"personName\": \"Bà Lan\", \"role\": \"%s\", \"agencies\": %s}"
            .formatted(role, agencies));
  }

  private Answer act(String username, String what) {
    return json(admin(), "POST", "/api/accounts/" + username + "/" + what, "");
  }

  private List<String> journal(String username) {
    JsonNode found = admin().get("/api/account-journal?account=" + username).json();
    return found
        .path("items")
        .valueStream()
        .map(each -> each.path("person").asString() + " " + each.path("what").asString())
        .toList();
  }

  @Test
  void whoeverGetsAnAccountSignsInWithIt() {
    assertThat(open(lan).status()).isEqualTo(201);

    Answer me = client().basic(lan, LONG).get("/api/me");

    assertThat(me.json().path("name").asString()).isEqualTo("Bà Lan");
    assertThat(me.json().path("agency").asString()).isEqualTo("HGI.024");
  }

  @Test
  void aUsernameIsGivenOnce() {
    open(lan);

    Answer again = open(lan);

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("ALREADY_EXISTS");
    assertThat(journal(lan)).containsExactly("quản trị OPENED");
  }

  @Test
  void whatCannotBeIsRefusedWithAllFaultyFieldsAndOpensNothing() {
    Answer answer =
        json(
            admin(),
            "POST",
            "/api/accounts",
            """
            {"username": "a/b", "personName": " ", "role": "SYSTEM", "agencies": ["x", "x"],
             "password": "too short"}
            """);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(
            answer.json().path("errors").valueStream().map(each -> each.path("field").asString()))
        .containsExactlyInAnyOrder("username", "personName", "role", "agencies", "password");
    assertThat(answer.body()).doesNotContain("too short");
  }

  @ParameterizedTest
  @CsvSource({"OFFICIAL,[]", "AUDITOR,'[\"HGI\"]'", "ADMIN,'[\"HGI\"]'"})
  void anOfficialHasAgenciesAndNobodyElse(String role, String agencies) {
    open(lan);

    Answer answer = change(lan, role, agencies);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo("agencies");
  }

  @Test
  void anUnknownFieldIsRefused() {
    Answer answer = json(admin(), "PUT", "/api/accounts/hoa/password", "{\"pasword\": \"x\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo("pasword");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "1", "null", "{\"role\": \"KING\"}"})
  void whatIsNoSuchBodyIsRefused(String body) {
    assertThat(json(admin(), "POST", "/api/accounts", body).status()).isEqualTo(400);
  }

  @Test
  void aPasswordThatBcryptWouldCutIsRefused() {
    String long73 = "x".repeat(73);
    open(lan);

    Answer answer =
        json(
            admin(),
            "PUT",
            "/api/accounts/" + lan + "/password",
            "{\"password\": \"" + long73 + "\"}");

    assertThat(answer.code()).isEqualTo("INVALID_ARGUMENT");
  }

  @Test
  void onlyAdministratorsReadAndChangeAccounts() {
    assertThat(hoa().get("/api/accounts").code()).isEqualTo("NOT_PERMITTED");
    assertThat(hoa().get("/api/account-journal").code()).isEqualTo("NOT_PERMITTED");
    assertThat(json(hoa(), "POST", "/api/accounts/hasty/lock", "").code())
        .isEqualTo("NOT_PERMITTED");
    assertThat(client().get("/api/accounts").code()).isEqualTo("NOT_SIGNED_IN");
    assertThat(client().basic("hasty", PASSWORD).get("/api/me").status()).isEqualTo(200);
  }

  @Test
  void aParameterThatIsNotKnownIsRefusedInsteadOfNarrowingNothingDown() {
    JsonNode journal = admin().get("/api/account-journal?acount=" + lan).json();
    JsonNode mandates = admin().get("/api/mandates?agency=HGI").json();

    assertThat(journal.at("/errors/0/field").asString()).isEqualTo("acount");
    assertThat(journal.at("/errors/0/message").asString()).contains("account, page, size");
    assertThat(mandates.at("/errors/0/field").asString()).isEqualTo("agency");
  }

  @Test
  void accountsAreFoundWithoutDiacriticsAndPageByPage() {
    open(lan);
    open(lan + "b");

    JsonNode found = admin().get("/api/accounts?q=" + lan.toUpperCase() + "&size=1&page=1").json();

    assertThat(found.path("total").asInt()).isGreaterThanOrEqualTo(2);
    assertThat(found.path("items").size()).isEqualTo(1);
    assertThat(
            admin().get("/api/accounts?q=ong%20van").json().path("items").get(0).path("username"))
        .hasToString("\"vận hành\"");
    assertThat(admin().get("/api/accounts?q=hgi.026").body()).doesNotContain("hash", "$2");
    assertThat(admin().get("/api/accounts?size=501").code()).isEqualTo("INVALID_ARGUMENT");
  }

  @Test
  void otherAgenciesCountAtOnceInAnOpenSession() {
    open(lan);
    Client browser = client();
    browser.signIn(lan, LONG);

    assertThat(change(lan, "OFFICIAL", "[\"HGI.026\"]").status()).isEqualTo(204);

    assertThat(browser.get("/api/me").json().path("agencies")).hasToString("[\"HGI.026\"]");
    assertThat(browser.get("/api/me", "On-Behalf-Of", "HGI.024").status()).isEqualTo(403);
  }

  @Test
  void aMandateThatIsRevokedOrOverGivesNoPowerInAnOpenSession() {
    open(lan);
    Client browser = client();
    browser.signIn(lan, LONG);
    for (String ending : List.of("revoked = true", "valid_to = current_date - 2")) {
      LocalDate today = LocalDate.now(LocalTime.ZONE);
      String id = lan + ending;
      mandates.grant(
          new MandateGranted(
              id, "HGI", lan, "Bà Lan", null, today.minusDays(9), today.plusDays(9), "Giấy 1"),
          "Ông Giao");
      assertThat(browser.get("/api/me", "On-Behalf-Of", "HGI").status()).isEqualTo(200);
      assertThat(browser.get("/api/me").json().path("mandates").get(0).path("id").asString())
          .isEqualTo(id);

      jdbc.sql("update access.mandate set " + ending + " where id = ?").param(id).update();

      assertThat(browser.get("/api/me", "On-Behalf-Of", "HGI").code()).isEqualTo("NOT_PERMITTED");
      assertThat(browser.get("/api/me").json().path("mandates").size()).isZero();
    }
  }

  @Test
  void theSessionsOfALockedAccountAreOverAndStaySoWhenItIsUnlocked() {
    open(lan);
    Client browser = browser();
    browser.signIn(lan, LONG);
    assertThat(browser.get("/page").status()).isEqualTo(200);

    assertThat(act(lan, "lock").status()).isEqualTo(204);
    assertThat(browser.get("/page").status()).isEqualTo(302);
    assertThat(client().basic(lan, LONG).get("/api/me").status()).isEqualTo(401);

    assertThat(act(lan, "unlock").status()).isEqualTo(204);
    assertThat(browser.get("/page").status()).isEqualTo(302);
    assertThat(client().basic(lan, LONG).get("/api/me").status()).isEqualTo(200);
  }

  @Test
  void aPasswordThatAnAdministratorSetsEndsAllSessions() {
    open(lan);
    Client browser = browser();
    browser.signIn(lan, LONG);

    json(admin(), "PUT", "/api/accounts/" + lan + "/password", "{\"password\": \"một câu khác\"}");

    assertThat(browser.get("/page").status()).isEqualTo(302);
    assertThat(client().basic(lan, LONG).get("/api/me").status()).isEqualTo(401);
    assertThat(client().basic(lan, "một câu khác").get("/api/me").status()).isEqualTo(200);
  }

  @Test
  void onesOwnPasswordIsChangedByWhoeverKnowsItAndEndsTheOtherSessions() {
    open(lan);
    Client here = client();
    here.signIn(lan, LONG);
    here.get("/page");
    Client elsewhere = browser();
    elsewhere.signIn(lan, LONG);

    Answer wrong = own(here, "không phải", "một câu khác");
    Answer right = own(here, LONG, "một câu khác");

    assertThat(wrong.json().path("errors").get(0).path("field").asString()).isEqualTo("present");
    assertThat(right.status()).isEqualTo(204);
    assertThat(here.get("/api/me").status()).isEqualTo(200);
    assertThat(elsewhere.get("/page").status()).isEqualTo(302);
    assertThat(client().basic(lan, "một câu khác").get("/api/me").status()).isEqualTo(200);
  }

  @Test
  void whoeverGuessesThePresentPasswordInAnOpenSessionHasToWaitAsAtTheSignIn() {
    open(lan);
    Client taken = client().with("X-Forwarded-For", "203.0.113.8");
    taken.signIn(lan, LONG);
    taken.get("/page");
    for (int guess = 0; guess < LimitedSignIn.FREE; guess++) {
      assertThat(own(taken, "không phải", "một câu khác").status()).isEqualTo(400);
    }

    Answer right = own(taken, LONG, "một câu khác");

    assertThat(right.status()).isEqualTo(429);
    assertThat(right.code()).isEqualTo("TOO_MANY_ATTEMPTS");
    assertThat(right.header("retry-after")).isEqualTo("60");
    assertThat(client().basic(lan, LONG).get("/api/me").status()).isEqualTo(200);
  }

  private static Answer own(Client client, String present, String password) {
    return client.send(
        "PUT",
        "/api/me/password",
        "{\"present\": \"%s\", \"password\": \"%s\"}".formatted(present, password),
        "Content-Type",
        "application/json",
        "X-XSRF-TOKEN",
        client.token());
  }

  @Test
  void everyChangeIsOnRecordWithoutThePassword() {
    open(lan);
    change(lan, "AUDITOR", "[]");
    change(lan, "AUDITOR", "[]");
    act(lan, "lock");
    act(lan, "lock");
    act(lan, "unlock");
    json(admin(), "PUT", "/api/accounts/" + lan + "/password", "{\"password\": \"một câu khác\"}");

    assertThat(journal(lan))
        .containsExactly(
            "quản trị PASSWORD_SET",
            "quản trị UNLOCKED",
            "quản trị LOCKED",
            "quản trị CHANGED",
            "quản trị OPENED");
    assertThat(admin().get("/api/account-journal?account=" + lan).body())
        .doesNotContain("một câu khác", LONG, "$2");
    assertThatThrownBy(() -> jdbc.sql("delete from access.entry").update())
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> jdbc.sql("update access.entry set person = 'x'").update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void theLastAdministratorIsNeitherLockedNorDemoted() {
    Answer locked = act("qu%E1%BA%A3n%20tr%E1%BB%8B", "lock");
    Answer demoted = change("qu%E1%BA%A3n%20tr%E1%BB%8B", "AUDITOR", "[]");

    assertThat(locked.code()).isEqualTo("INVALID_STATE");
    assertThat(demoted.code()).isEqualTo("INVALID_STATE");
    assertThat(admin().get("/api/accounts").status()).isEqualTo(200);
  }

  @Test
  void ofTwoAdministratorsWhoLockEachOtherAtOnceOneStays() throws Exception {
    for (int round = 0; round < 5; round++) {
      String other = "quản trị hai " + ++count;
      accounts.create(new Accounts.New(other, "Bà Hai", Role.ADMIN, List.of()), PASSWORD);
      List<Callable<String>> both =
          List.of(() -> locked("quản trị", other), () -> locked(other, "quản trị"));
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        int done = 0;
        for (Future<String> each : threads.invokeAll(both)) {
          done += each.get().equals("done") ? 1 : 0;
        }
        assertThat(done).isEqualTo(1);
      }
      jdbc.sql("update access.account set enabled = username = 'quản trị' where role = 'ADMIN'")
          .update();
    }
  }

  private String locked(String by, String username) {
    try {
      changes.lock(by, username);
      return "done";
    } catch (Refusal refusal) {
      return refusal.code().name();
    }
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(act("nobody", "lock").code()).isEqualTo("NOT_FOUND");
    assertThat(change("nobody", "AUDITOR", "[]").code()).isEqualTo("NOT_FOUND");
  }

  /** Leaves everything as it was. */
  private void withoutAccounts(Runnable work) {
    alone.executeWithoutResult(transaction -> {
      jdbc.sql("delete from access.account_agency").update();
      jdbc.sql("delete from access.account where not sample").update();
      work.run();
      transaction.setRollbackOnly();
    });
  }

  private void start(String username, String password) {
    new FirstAdministrator(changes, texts, username, password).afterPropertiesSet();
  }

  @Test
  void theEnvironmentOpensTheFirstAccountAndNoFurtherOne() {
    withoutAccounts(() -> {
      start("", "");
      start("người đầu", LONG);
      start("người sau", LONG);
      start("người sau", "");

      assertThat(
              jdbc.sql("select username || ' ' || role from access.account where not sample")
                  .query(String.class)
                  .list())
          .containsExactly("người đầu ADMIN");
    });
  }

  @ParameterizedTest
  @CsvSource({"admin,''", "'',một câu đủ dài", "admin,quá ngắn", "a/b,một câu đủ dài"})
  void anEnvironmentThatNamesNoUsableAccountEndsTheStartWithASentence(
      String username, String password) {
    withoutAccounts(() ->
        assertThatThrownBy(() -> start(username, password))
            .isInstanceOf(FirstAdministrator.Unusable.class)
            .hasMessageContaining("PLANTRAIL_ADMIN_PASSWORD")
            .satisfies(thrown ->
                assertThat(password.isEmpty() || !thrown.toString().contains(password)).isTrue()));
  }
}
