package dev.homeport.platform.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items at most as many as the limit
 * @param nextCursor what to send for the next page; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<V>(
    @Schema(maxItems = PageRequest.MAX_LIMIT) List<V> items,
    @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {

  public Page {
    items = List.copyOf(items);
  }
}
