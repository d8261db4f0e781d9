package plantrail.standalone.sample;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.kernel.message.Role;
import plantrail.platform.access.Accounts;
import plantrail.platform.problem.Texts;

/**
 * The sample's accounts: an auditor, an operator, an administrator, and one for each agency. Their
 * password is given by the operator, or made anew at each start and printed.
 */
@Component
@ConditionalOnProperty("plantrail.sample.enabled")
class SampleAccounts {
  private static final Logger log = LoggerFactory.getLogger(SampleAccounts.class);
  private static final int PASSWORD_BYTES = 9;

  private final Accounts accounts;
  private final Texts texts;
  private final String password;

  SampleAccounts(
      Accounts accounts, Texts texts, @Value("${plantrail.sample.password:}") String password) {
    this.accounts = accounts;
    this.texts = texts;
    this.password = password.isBlank() ? generated() : password;
  }

  private static String generated() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  void create(List<RegisterAgency> agencies, SamplePeople people) {
    List<Accounts.New> all = new ArrayList<>();
    all.add(special("auditor", "sample.auditor", Role.AUDITOR));
    all.add(special("operator", "sample.operator", Role.OPERATOR));
    all.add(special(SamplePeople.ADMIN, "sample.admin", Role.ADMIN));
    for (RegisterAgency agency : agencies) {
      all.add(
          new Accounts.New(
              agency.code(),
              people.of(agency.code()).personName(),
              Role.OFFICIAL,
              List.of(agency.code())));
    }
    accounts.createSample(all);
    accounts.setSamplePassword(password);
  }

  private Accounts.New special(String username, String nameKey, Role role) {
    return new Accounts.New(username, texts.of(Texts.VIETNAMESE, nameKey), role, List.of());
  }

  @EventListener(ApplicationReadyEvent.class)
  void tellHowToSignIn() {
    accounts.setSamplePassword(password);
    log.info(texts.of(Texts.VIETNAMESE, "start.accounts", password));
  }
}
