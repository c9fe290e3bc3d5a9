package dev.homeport.platform.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks of a list; a {@code @BeanParam}.
 *
 * @param limit the most items on a page, 1 to 250
 * @param cursor the {@code nextCursor} of the page before; absent for the first page
 */
public record PageRequest(
    @Parameter(description = "The most items on a page.", example = "50")
        @QueryParam("limit")
        @DefaultValue("50")
        @Min(1)
        @Max(PageRequest.MAX_LIMIT)
        int limit,
    @Parameter(
            description = "The `nextCursor` of the page before, as it is. Absent: the first page.")
        @QueryParam("cursor")
        @Size(max = PageRequest.MAX_CURSOR)
        @Nullable String cursor) {

  /** The most items on a page. */
  public static final int MAX_LIMIT = 250;

  /** The most characters of a cursor. */
  public static final int MAX_CURSOR = 1_000;
}
