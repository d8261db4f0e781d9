package plantrail.standalone.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import plantrail.command.Command;
import plantrail.kernel.calendar.LocalTime;

/** Chance that falls the same at every loading. */
final class Chance {
  private final Random random;

  private Chance(Random random) {
    this.random = random;
  }

  /** The chance of whatever has that identifier. */
  static Chance of(String id) {
    return new Chance(new Random(id.hashCode()));
  }

  /** The chance of one matter of whatever has that identifier. */
  static Chance of(String id, String matter) {
    return of(id + " " + matter);
  }

  /** A number from 0 up to, but not including, that one. */
  int below(int number) {
    return random.nextInt(number);
  }

  boolean oneIn(int number) {
    return below(number) == 0;
  }

  <T> T pick(List<T> from) {
    return from.get(below(from.size()));
  }

  /** A day from one to another, both included; the first if the other lies before it. */
  LocalDate between(LocalDate from, LocalDate to) {
    int days = (int) Math.max(0, to.toEpochDay() - from.toEpochDay());
    return from.plusDays(days == 0 ? 0 : below(days + 1));
  }

  /** What somebody does at some minute of that hour. */
  Deed deed(LocalDate day, int hour, String agency, Command command) {
    return new Deed(
        day.atTime(java.time.LocalTime.of(hour, below(60), below(60)))
            .atZone(LocalTime.ZONE)
            .toInstant(),
        agency,
        command);
  }
}
