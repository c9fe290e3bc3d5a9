package dev.homeport.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.jboss.jandex.IndexView;

/**
 * Completes the document of a service with what is the same everywhere: problems, security, keys of
 * idempotent requests, rate limits, and the names that values have on the wire. Runs in the build.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class PlatformApi implements OASFilter {
  private static final String SERVICE = "{service}";

  private final IndexView index;

  /** For SmallRye. */
  public PlatformApi(IndexView index) {
    this.index = index;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getComponents() == null) {
      document.setComponents(OASFactory.createComponents());
    }
    if (document.getPaths() == null) {
      document.setPaths(OASFactory.createPaths());
    }
    String service = ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
    ApiInfo.describe(document, service);
    ProblemDocs.of(index).describe(document.getComponents());
    SharedParts.describe(document.getComponents());
    completeOperations(document, new ResourceMethods(index));
    nameTheService(document, service);
    WireSchemas.describe(document);
    PatchSchemas.describe(document);
    WireLimits.complete(document);
    UnusedParts.remove(document);
    listTags(document);
  }

  private static void completeOperations(OpenAPI document, ResourceMethods methods) {
    var scopes = new TreeSet<String>();
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach(
                        (verb, operation) -> {
                          ResourceMethod method = methods.find(verb.name(), path);
                          OperationDocs.complete(path, verb, operation, method);
                          scopes.addAll(method.scopes());
                        }));
    ApiSecurity.describe(document.getComponents(), scopes);
  }

  /** The resources that all services share lie under the name of each. */
  private static void nameTheService(OpenAPI document, String service) {
    var items = new TreeMap<>(document.getPaths().getPathItems());
    items.forEach(
        (path, item) -> {
          if (path.contains(SERVICE)) {
            dropParameter(item);
            document.getPaths().removePathItem(path);
            document.getPaths().addPathItem(path.replace(SERVICE, service), item);
          }
        });
  }

  private static void dropParameter(PathItem item) {
    if (item.getParameters() != null) {
      item.setParameters(without(item.getParameters()));
    }
    for (Operation operation : item.getOperations().values()) {
      if (operation.getParameters() != null) {
        operation.setParameters(without(operation.getParameters()));
      }
    }
  }

  private static List<Parameter> without(List<Parameter> parameters) {
    return parameters.stream()
        .filter(p -> p.getIn() != Parameter.In.PATH || !"service".equals(p.getName()))
        .toList();
  }

  /** Every tag that an operation has is declared, in alphabetical order. */
  private static void listTags(OpenAPI document) {
    var tags = new TreeMap<String, Tag>();
    document.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream())
        .flatMap(operation -> operation.getTags().stream())
        .forEach(name -> tags.put(name, OASFactory.createTag().name(name)));
    if (document.getTags() != null) {
      document.getTags().forEach(tag -> tags.put(tag.getName(), tag));
    }
    document.setTags(List.copyOf(tags.values()));
  }
}
