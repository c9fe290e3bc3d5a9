package dev.homeport.platform.http;

import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Strong entity tags made of the version of a row. A GET that answers with one is turned into a 304
 * by {@link NotModified} when the caller has that version.
 */
public final class ETags {
  private ETags() {}

  /** The tag of a version. */
  public static EntityTag of(long version) {
    return new EntityTag(Long.toString(version));
  }

  /** An answer of 200 with the tag of its version. */
  public static <T> RestResponse<T> ok(T view, long version) {
    return RestResponse.ResponseBuilder.ok(view).tag(of(version)).build();
  }

  /** Demands that the caller names the version it changes, in {@code If-Match}. */
  public static void requireMatch(HttpHeaders headers, long version) {
    requireMatch(headers.getHeaderString(HttpHeaders.IF_MATCH), version);
  }

  /**
   * Demands that the caller names the version it changes.
   *
   * @param ifMatch the header: tags, or {@code *} for any version
   * @throws Problem 428 without the header, 412 with another version in it
   */
  public static void requireMatch(@Nullable String ifMatch, long version) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw Problem.of(
              CommonProblem.PRECONDITION_REQUIRED,
              "Send the ETag of the version you have seen as If-Match.")
          .in(HttpHeaders.IF_MATCH, "is missing");
    }
    if (!lists(ifMatch, version)) {
      throw Problem.of(
          CommonProblem.PRECONDITION_FAILED,
          "The resource is not at the version named in If-Match; read it again.");
    }
  }

  /** Whether a list of tags contains a version; a weak tag counts as no match. */
  static boolean lists(String tags, long version) {
    return lists(tags, '"' + Long.toString(version) + '"');
  }

  static boolean lists(String tags, String tag) {
    return tags.strip().equals("*") || Arrays.asList(tags.strip().split("\\s*,\\s*")).contains(tag);
  }
}
