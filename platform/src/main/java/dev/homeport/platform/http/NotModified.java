package dev.homeport.platform.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Answers 304 to a GET when {@code If-None-Match} names the version that would be sent. */
public class NotModified {
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  @ServerResponseFilter
  public void compare(ContainerRequestContext request, ContainerResponseContext response) {
    String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    EntityTag tag = response.getEntityTag();
    if (known == null || tag == null || response.getStatus() != OK || !reads(request)) {
      return;
    }
    // The comparison for reading is weak (RFC 9110, 13.1.2): the mark of a weak tag is ignored.
    if (ETags.lists(known.replace("W/", ""), '"' + tag.getValue() + '"')) {
      response.setStatus(NOT_MODIFIED);
      response.setEntity(null);
    }
  }

  private static boolean reads(ContainerRequestContext request) {
    return request.getMethod().equals(HttpMethod.GET)
        || request.getMethod().equals(HttpMethod.HEAD);
  }
}
