package plantrail.platform.problem;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Texts for people, from the message files: Vietnamese, or English where it is asked for. */
@Component
public class Texts {
  /** The language of those who ask for none. */
  public static final Locale VIETNAMESE = Locale.of("vi");

  private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final MessageSource messages;

  public Texts(MessageSource messages) {
    this.messages = messages;
  }

  /** The text of that key. */
  public String of(Locale locale, String key, Object... arguments) {
    return java.util.Objects.requireNonNullElse(
        messages.getMessage(key, arguments, key, locale), key);
  }

  /**
   * The text of that key with the arguments of a refusal: those that begin with {@code @} name
   * other texts, ISO dates are shown as dd/MM/yyyy.
   */
  public String of(Locale locale, String key, List<String> arguments) {
    return of(locale, key, arguments.stream().map(each -> argument(locale, each)).toArray());
  }

  private String argument(Locale locale, String argument) {
    if (argument.startsWith("@")) {
      return Arrays.stream(argument.split(",", -1))
          .map(each -> each.startsWith("@") ? of(locale, each.substring(1)) : each)
          .collect(Collectors.joining(", "));
    }
    try {
      return ISO_DATE.matcher(argument).matches()
          ? DATE.format(LocalDate.parse(argument))
          : argument;
    } catch (DateTimeParseException e) {
      return argument; // what somebody took for a date
    }
  }
}
