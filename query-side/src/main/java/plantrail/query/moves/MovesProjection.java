package plantrail.query.moves;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import plantrail.query.platform.Projection;
import plantrail.query.platform.Recorded;

/** Keeps what was moved, by whom and why. */
@Component
@ProcessingGroup(MovesProjection.GROUP)
public class MovesProjection extends Projection {
  /** Name of the processing group. */
  public static final String GROUP = "moves";

  private final MoveLog log;

  public MovesProjection(JdbcTemplate jdbc) {
    this.log = new MoveLog(jdbc);
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
