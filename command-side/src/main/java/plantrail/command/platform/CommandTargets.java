package plantrail.command.platform;

import java.lang.reflect.Method;
import java.util.stream.StreamSupport;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.ReflectionUtils;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.stereotype.Component;

/**
 * Tells by a command's {@link TargetAggregateIdentifier} which aggregate it is for. Axon's own
 * looks through all methods and fields of its class with each command; this one does so once.
 */
@Component
final class CommandTargets implements CommandTargetResolver {
  private static final ClassValue<Method> IDENTIFIERS =
      new ClassValue<>() {
        @Override
        protected Method computeValue(Class<?> command) {
          Method identifier =
              StreamSupport.stream(ReflectionUtils.methodsOf(command).spliterator(), false)
                  .filter(each -> each.isAnnotationPresent(TargetAggregateIdentifier.class))
                  .findFirst()
                  .orElseThrow(
                      () -> new IllegalArgumentException(command + " does not say what it is for"));
          return ReflectionUtils.ensureAccessible(identifier);
        }
      };

  @Override
  public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
    Method identifier = IDENTIFIERS.get(command.getPayloadType());
    Object target = ReflectionUtils.invokeAndGetMethodValue(identifier, command.getPayload());
    return new VersionedAggregateIdentifier(target, null);
  }
}
