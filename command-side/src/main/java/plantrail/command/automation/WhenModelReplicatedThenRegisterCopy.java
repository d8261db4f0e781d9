package plantrail.command.automation;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;
import plantrail.command.model.registermodel.RegisterModel;
import plantrail.command.platform.Commands;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.model.ModelReplicated;

/** Registers the copy of a model as one of the agency that copies it. */
@Component
@ProcessingGroup(WhenModelReplicatedThenRegisterCopy.GROUP)
public class WhenModelReplicatedThenRegisterCopy {
  /** Name of the processing group. */
  public static final String GROUP = "when-model-replicated-then-register-copy";

  private final Commands commands;

  WhenModelReplicatedThenRegisterCopy(Commands commands) {
    this.commands = commands;
  }

  @EventHandler
  void on(ModelReplicated event, EventMessage<?> message) {
    RegisterModel copy =
        new RegisterModel(
            event.planId(),
            event.agency(),
            event.year(),
            event.title(),
            null,
            null,
            event.modelId());
    try {
      commands.follow(copy, Commands.Cause.of(message));
    } catch (Refusal refusal) {
      // The agency has registered one of that title by itself; that stands.
      if (refusal.code() != RefusalCode.ALREADY_EXISTS) {
        throw refusal;
      }
    }
  }
}
