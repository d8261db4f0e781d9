package plantrail.acceptance;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each spec the running system in which it plays, see {@link Begins}: one that another spec
 * has played in, if its clock has not yet passed the beginning; else a new one.
 */
final class Worlds implements ParameterResolver {

  private static final class Running implements AutoCloseable {
    private final List<World> worlds = new ArrayList<>();

    private World at(String day) {
      return worlds.stream()
          .filter(world -> world.clock().isBefore(day, Begins.HOUR))
          .findFirst()
          .map(world -> {
            world.clock().set(day, Begins.HOUR);
            return world;
          })
          .orElseGet(() -> begun(day));
    }

    private World begun(String day) {
      World world = new World(day, Begins.HOUR);
      worlds.add(world);
      return world;
    }

    @Override
    public void close() {
      worlds.forEach(World::close);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == World.class;
  }

  @Override
  public World resolveParameter(ParameterContext parameter, ExtensionContext context) {
    String day = context.getRequiredTestClass().getAnnotation(Begins.class).value();
    return context
        .getRoot()
        .getStore(Namespace.create(Worlds.class))
        .computeIfAbsent(Running.class, _ -> new Running(), Running.class)
        .at(day);
  }
}
