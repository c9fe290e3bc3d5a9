package dev.homeport.platform.paging;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says in a {@code Link} header where the next page is. */
public class NextLink {

  @ServerResponseFilter
  public void add(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Page<?> page && page.nextCursor() != null) {
      var next =
          UriBuilder.fromUri(request.getUriInfo().getRequestUri())
              .replaceQueryParam("cursor", page.nextCursor())
              .build();
      String reference = next.getRawPath() + '?' + next.getRawQuery();
      response.getHeaders().add(HttpHeaders.LINK, "<" + reference + ">; rel=\"next\"");
    }
  }
}
