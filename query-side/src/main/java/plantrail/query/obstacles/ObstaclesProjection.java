package plantrail.query.obstacles;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import plantrail.kernel.obstacle.ObstacleEvent;
import plantrail.query.platform.AsOfTable;
import plantrail.query.platform.Projection;
import plantrail.query.platform.Recorded;

/** Keeps the register of obstacles. */
@Component
@ProcessingGroup(ObstaclesProjection.GROUP)
public class ObstaclesProjection extends Projection {
  /** Name of the processing group. */
  public static final String GROUP = "obstacles";

  private final AsOfTable<ObstacleRow> obstacles;

  public ObstaclesProjection(JdbcTemplate jdbc) {
    this.obstacles = new AsOfTable<>(jdbc, "obstacle", ObstacleRow.class);
  }

  @Override
  protected void write(List<Recorded> events) {
    obstacles.write(events, ObstacleEvent.class, ObstacleRow::after);
  }

  @Override
  public void clear() {
    obstacles.clear();
  }
}
