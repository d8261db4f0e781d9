package plantrail.kernel.calendar;

import com.fasterxml.jackson.annotation.JsonValue;
import plantrail.kernel.ContentId;

/** Identifies the working calendar of a year. */
public record CalendarId(@JsonValue String value) {

  /** The identifier of that calendar year's working calendar. */
  public static CalendarId of(int year) {
    return new CalendarId(ContentId.of("calendar", Integer.toString(year)));
  }

  @Override
  public String toString() {
    return value;
  }
}
