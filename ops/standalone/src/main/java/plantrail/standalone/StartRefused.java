package plantrail.standalone;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The system cannot start; says in one sentence why, in Vietnamese and in English. */
final class StartRefused extends RuntimeException {

  StartRefused(String key, Object... arguments) {
    super(text(key, Locale.of("vi"), arguments) + "\n" + text(key, Locale.ENGLISH, arguments));
  }

  private static String text(String key, Locale locale, Object... arguments) {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("i18n/standalone");
    messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
    messages.setFallbackToSystemLocale(false);
    return messages.getMessage(key, arguments, locale);
  }
}
