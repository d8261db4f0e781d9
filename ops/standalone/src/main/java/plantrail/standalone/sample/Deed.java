package plantrail.standalone.sample;

import java.time.Instant;
import plantrail.command.Command;

/** One thing that somebody does at some time. */
record Deed(Instant at, String agency, Command command) {}
