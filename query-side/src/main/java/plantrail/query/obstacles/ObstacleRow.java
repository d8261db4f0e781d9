package plantrail.query.obstacles;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.obstacle.ObstacleAnswered;
import plantrail.kernel.obstacle.ObstacleClosed;
import plantrail.kernel.obstacle.ObstacleEvent;
import plantrail.kernel.obstacle.ObstaclePassedOn;
import plantrail.kernel.obstacle.ObstacleRaised;
import plantrail.kernel.obstacle.ObstacleState;
import plantrail.kernel.obstacle.ObstacleTransferred;

/** An obstacle as its events leave it. */
record ObstacleRow(
    String id,
    String plan,
    String document,
    @Nullable String task,
    String agency,
    String title,
    @Nullable String detail,
    LocalDate raisedOn,
    @Nullable String focal,
    String holder,
    List<String> path,
    ObstacleState state,
    @Nullable String answer,
    @Nullable String remains) {

  static ObstacleRow after(@Nullable ObstacleRow row, ObstacleEvent event) {
    return switch (event) {
      case ObstacleRaised e ->
          new ObstacleRow(
              e.obstacleId(),
              e.planId(),
              e.document(),
              e.taskId(),
              e.agency(),
              e.title(),
              e.detail(),
              e.raisedOn(),
              e.focal(),
              e.holder(),
              List.of(e.holder()),
              ObstacleState.RAISED,
              null,
              null);
      case ObstaclePassedOn e -> of(row).with(e.holder(), ObstacleState.PASSED_ON, null, null);
      case ObstacleAnswered e -> of(row).with(e.by(), ObstacleState.ANSWERED, e.answer(), null);
      case ObstacleTransferred e -> of(row).transferred(e);
      case ObstacleClosed e ->
          of(row).with(of(row).holder, ObstacleState.CLOSED, of(row).answer, e.remains());
    };
  }

  private static ObstacleRow of(@Nullable ObstacleRow row) {
    return Objects.requireNonNull(row);
  }

  private ObstacleRow transferred(ObstacleTransferred event) {
    return new ObstacleRow(
            id,
            plan,
            document,
            task,
            event.inPlaceOf(agency),
            title,
            detail,
            raisedOn,
            focal == null ? null : event.inPlaceOf(focal),
            holder,
            wayOf(event),
            state,
            answer,
            remains)
        .with(event.inPlaceOf(holder), state, answer, remains);
  }

  /** What an agency raised that has ended stays its own, and of all who took over from it. */
  private List<String> wayOf(ObstacleTransferred event) {
    return event.predecessor().equals(agency) && !path.contains(agency)
        ? Stream.concat(Stream.of(agency), path.stream()).toList()
        : path;
  }

  private ObstacleRow with(
      String holder, ObstacleState state, @Nullable String answer, @Nullable String remains) {
    return new ObstacleRow(
        id,
        plan,
        document,
        task,
        agency,
        title,
        detail,
        raisedOn,
        focal,
        holder,
        holder.equals(path.getLast())
            ? path
            : Stream.concat(path.stream(), Stream.of(holder)).toList(),
        state,
        answer,
        remains);
  }
}
