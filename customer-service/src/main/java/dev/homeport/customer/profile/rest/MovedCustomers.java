package dev.homeport.customer.profile.rest;

import dev.homeport.customer.profile.CustomerMoved;
import dev.homeport.customer.profile.Profile;
import dev.homeport.platform.id.Ids;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Sends a request for a customer that has been merged to the one that has taken its place. */
class MovedCustomers {
  private static final int PERMANENT_REDIRECT = 308;

  @ServerExceptionMapper
  Response redirect(CustomerMoved moved, UriInfo uri) {
    URI asked = uri.getRequestUri();
    String path =
        asked
            .getRawPath()
            .replace(
                Ids.show(Profile.PREFIX, moved.customer()),
                Ids.show(Profile.PREFIX, moved.survivor()));
    String query = asked.getRawQuery() == null ? "" : '?' + asked.getRawQuery();
    return Response.status(PERMANENT_REDIRECT).location(URI.create(path + query)).build();
  }
}
