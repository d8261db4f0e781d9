package plantrail.query.history;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import plantrail.query.platform.Moments;
import plantrail.query.platform.Projection;
import plantrail.query.platform.Recorded;

/** Keeps every event, with who, when and why. */
@Component
@ProcessingGroup(HistoryProjection.GROUP)
public class HistoryProjection extends Projection {
  /** Name of the processing group. */
  public static final String GROUP = Moments.LOG;

  private final HistoryLog log;

  public HistoryProjection(
      JdbcTemplate jdbc, @Qualifier("eventSerializer") Serializer eventSerializer) {
    this.log = new HistoryLog(jdbc, eventSerializer);
  }

  @Override
  protected void write(List<Recorded> events) {
    log.append(events);
  }

  @Override
  public void clear() {
    log.clear();
  }
}
