package dev.homeport.platform.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What came of recomputing a tenant's chain.
 *
 * @param valid whether every block is there and says what it said when it was sealed
 * @param blocks how many blocks were found
 * @param entries how many sealed entries were found
 * @param unsealed how many entries are waiting for their block
 * @param head the hash of the last block in hexadecimal; keep it elsewhere to notice a chain that
 *     was cut off at its end
 * @param firstBroken the number of the first block that is missing or does not match
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditVerification(
    boolean valid,
    long blocks,
    long entries,
    long unsealed,
    @Nullable String head,
    @Nullable Long firstBroken) {}
