package dev.homeport.platform.audit;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which entries a caller asks for; a {@code @BeanParam}.
 *
 * @param from the earliest time, included
 * @param to the latest time, excluded
 */
public record AuditFilter(
    @Parameter(description = "The kind of resource that was changed.", example = "channel")
        @QueryParam("resourceType")
        @Size(max = 100)
        @Nullable String resourceType,
    @Parameter(description = "The resource that was changed.", example = "shop-de")
        @QueryParam("resourceId")
        @Size(max = 200)
        @Nullable String resourceId,
    @Parameter(description = "What was done.", example = "channel.update")
        @QueryParam("action")
        @Size(max = 100)
        @Nullable String action,
    @Parameter(description = "The earliest time, included.", example = "2026-11-01T00:00:00Z")
        @QueryParam("from")
        @Nullable Instant from,
    @Parameter(description = "The latest time, excluded.", example = "2026-12-01T00:00:00Z")
        @QueryParam("to")
        @Nullable Instant to) {}
