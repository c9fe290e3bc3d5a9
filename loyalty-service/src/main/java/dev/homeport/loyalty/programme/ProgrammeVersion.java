package dev.homeport.loyalty.programme;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A version of a programme that rates orders from a moment on.
 *
 * @param start it rates orders placed at this moment and later, until the next version starts
 * @param zone where its days, weeks and months begin; kept with the version, so that a tenant who
 *     moves changes no past award
 */
public record ProgrammeVersion(
    int number, Instant start, ZoneId zone, ProgrammeDocument document) {}
