package dev.homeport.platform.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.info.Info;

/** What the document says of itself. */
final class ApiInfo {
  private ApiInfo() {}

  static void describe(OpenAPI document, String service) {
    Info given = document.getInfo();
    Info info = given == null ? OASFactory.createInfo() : given;
    String title = info.getTitle();
    if (title == null || title.isBlank() || title.endsWith(" API")) {
      info.setTitle("Homeport " + service);
    }
    info.setVersion("1");
    if (info.getDescription() == null) {
      info.setDescription(
          "Part of Homeport, customer relationship management for cross-border e-commerce.");
    }
    if (info.getLicense() == null) {
      info.setLicense(
          OASFactory.createLicense()
              .name("Apache-2.0")
              .url("https://www.apache.org/licenses/LICENSE-2.0"));
    }
    if (info.getContact() == null) {
      info.setContact(OASFactory.createContact().name("Homeport").url("https://homeport.dev"));
    }
    document.setInfo(info);
    if (document.getServers() == null || document.getServers().isEmpty()) {
      document.addServer(
          OASFactory.createServer()
              .url("https://api.homeport.dev")
              .description("The gateway of a production deployment; the host is an example.")
              .addExtension("x-internal", false));
    }
  }
}
