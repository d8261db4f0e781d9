package plantrail.command.agency;

import plantrail.command.Command;

/**
 * A change that is decided by how other agencies stand. Two such changes are never decided at once,
 * or each could make what the other goes by untrue: two agencies that become part of each other.
 */
public interface RegistryChange extends Command {}
