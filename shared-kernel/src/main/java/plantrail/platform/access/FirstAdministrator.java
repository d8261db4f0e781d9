package plantrail.platform.access;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Refusal;
import plantrail.platform.problem.Texts;

/**
 * Opens the first account from the operator's environment ({@code PLANTRAIL_ADMIN_USER}, {@code
 * PLANTRAIL_ADMIN_PASSWORD}) before anybody is served. Once there is an account they count no more.
 */
@Component
class FirstAdministrator implements InitializingBean {
  private final AccountChanges changes;
  private final Texts texts;
  private final String username;
  private final String password;

  FirstAdministrator(
      AccountChanges changes,
      Texts texts,
      @Value("${plantrail.admin.user:}") String username,
      @Value("${plantrail.admin.password:}") String password) {
    this.changes = changes;
    this.texts = texts;
    this.username = username;
    this.password = password;
  }

  @Override
  public void afterPropertiesSet() {
    if (username.isEmpty() && password.isEmpty()) {
      return;
    }
    try {
      changes.openFirst(username, username, password);
    } catch (Refusal refusal) {
      throw new Unusable(
          sentence(refusal, Texts.VIETNAMESE)
              + System.lineSeparator()
              + sentence(refusal, Locale.ENGLISH));
    }
  }

  private String sentence(Refusal refusal, Locale locale) {
    return Stream.concat(
            Stream.of(texts.of(locale, "account.first")),
            refusal.errors().stream()
                .map(each -> texts.of(locale, each.message(), each.arguments()))
                .distinct())
        .collect(Collectors.joining(" "));
  }

  /** The environment names an account that cannot be; the message says why, not the password. */
  static final class Unusable extends RuntimeException {
    Unusable(String message) {
      super(message);
    }
  }

  /** Lets a failed start end with that message instead of a stack trace. */
  static final class Analyzer extends AbstractFailureAnalyzer<Unusable> {
    @Override
    protected FailureAnalysis analyze(Throwable root, Unusable cause) {
      return new FailureAnalysis(cause.getMessage(), null, cause);
    }
  }
}
