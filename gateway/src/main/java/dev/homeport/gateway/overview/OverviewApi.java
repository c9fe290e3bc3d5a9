package dev.homeport.gateway.overview;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Describes the parts of an overview. The schema of a part belongs to its service; here stands the
 * path whose answer it is, and the merged document says what that looks like.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OverviewApi implements OASFilter {

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getComponents() != null && document.getComponents().getSchemas() != null) {
      Schema overview = document.getComponents().getSchemas().get("CustomerOverview");
      if (overview != null) {
        Part.ALL.forEach(part -> overview.addProperty(part.name(), schema(part)));
      }
    }
  }

  private static Schema schema(Part part) {
    Schema schema =
        OASFactory.createSchema()
            .description("As `GET %s` answers. Scope: `%s`.".formatted(part.path(), part.scope()));
    schema.addExtension("x-answer-of", part.path());
    return schema;
  }
}
