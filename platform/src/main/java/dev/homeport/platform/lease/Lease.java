package dev.homeport.platform.lease;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lease as it was acquired.
 *
 * @param tenant whose singleton it is; null for one of the whole deployment
 * @param name what may be done alone
 * @param epoch rises with every acquisition, so it serves as a fencing token in what the holder
 *     writes
 */
public record Lease(@Nullable UUID tenant, String name, long epoch) {}
