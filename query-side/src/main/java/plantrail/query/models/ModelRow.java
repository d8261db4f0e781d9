package plantrail.query.models;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.model.ModelAssessed;
import plantrail.kernel.model.ModelBuilt;
import plantrail.kernel.model.ModelEvent;
import plantrail.kernel.model.ModelProposed;
import plantrail.kernel.model.ModelRecognised;
import plantrail.kernel.model.ModelRegistered;
import plantrail.kernel.model.ModelReplicated;
import plantrail.kernel.model.ModelRewarded;
import plantrail.kernel.model.ModelState;
import plantrail.kernel.model.ModelTransferred;
import plantrail.kernel.model.ModelWithdrawn;
import plantrail.kernel.model.ProposalDeclined;
import plantrail.kernel.workflow.ModelWorkflow;
import plantrail.query.models.ModelView.Award;

/** A model as its events leave it. */
record ModelRow(
    String id,
    String plan,
    String document,
    String agency,
    int year,
    String title,
    @Nullable String field,
    @Nullable String task,
    @Nullable String origin,
    String issuer,
    @Nullable String focal,
    LocalDate registeredOn,
    ModelState state,
    @Nullable String result,
    @Nullable String assessment,
    @Nullable String proposedTo,
    List<Award> awards,
    List<String> copies) {

  static ModelRow after(@Nullable ModelRow row, ModelEvent event) {
    return switch (event) {
      case ModelRegistered e -> begun(e);
      case ModelTransferred e -> Objects.requireNonNull(row).transferred(e);
      default -> Objects.requireNonNull(row).next(event);
    };
  }

  private static ModelRow begun(ModelRegistered e) {
    return new ModelRow(
        e.modelId(),
        e.planId(),
        e.document(),
        e.agency(),
        e.year(),
        e.title(),
        e.field(),
        e.taskId(),
        e.origin(),
        e.issuer(),
        e.focal(),
        e.registeredOn(),
        ModelState.REGISTERED,
        null,
        null,
        null,
        List.of(),
        List.of());
  }

  private ModelRow transferred(ModelTransferred event) {
    return new ModelRow(
        id,
        plan,
        document,
        event.inPlaceOf(agency),
        year,
        title,
        field,
        task,
        origin,
        event.inPlaceOf(issuer),
        focal == null ? null : event.inPlaceOf(focal),
        registeredOn,
        state,
        result,
        assessment,
        proposedTo == null ? null : event.inPlaceOf(proposedTo),
        awards,
        copies);
  }

  private ModelRow next(ModelEvent event) {
    return new ModelRow(
        id,
        plan,
        document,
        agency,
        year,
        title,
        field,
        task,
        origin,
        issuer,
        focal,
        registeredOn,
        stateAfter(event),
        event instanceof ModelBuilt built ? built.result() : result,
        event instanceof ModelAssessed assessed ? assessed.assessment() : assessment,
        proposedToAfter(event),
        event instanceof ModelRewarded rewarded ? with(awards, award(rewarded)) : awards,
        event instanceof ModelReplicated replicated ? with(copies, replicated.copy()) : copies);
  }

  private @Nullable String proposedToAfter(ModelEvent event) {
    return switch (event) {
      case ModelProposed e -> e.to();
      case ProposalDeclined e -> null;
      default -> proposedTo;
    };
  }

  private ModelState stateAfter(ModelEvent event) {
    return switch (event) {
      case ModelRegistered e -> ModelState.REGISTERED;
      case ModelBuilt e -> ModelState.BUILT;
      case ModelAssessed e -> ModelState.ASSESSED;
      case ModelRecognised e -> ModelState.RECOGNISED;
      case ModelProposed e -> ModelState.PROPOSED;
      case ProposalDeclined e -> ModelWorkflow.declined(!awards.isEmpty());
      case ModelRewarded e -> ModelState.REWARDED;
      case ModelReplicated e -> state;
      case ModelTransferred e -> state;
      case ModelWithdrawn e -> ModelState.WITHDRAWN;
    };
  }

  private static Award award(ModelRewarded e) {
    return new Award(e.award(), e.by(), e.decision(), e.decidedOn(), e.recipient());
  }

  private static <T> List<T> with(List<T> list, T more) {
    return Stream.concat(list.stream(), Stream.of(more)).toList();
  }
}
