package dev.homeport.local.cli;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.homeport.local.LocalException;
import dev.homeport.local.Ports;
import dev.homeport.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How to reach a running suite, for scripts: the content of {@code .data/access.json}.
 *
 * @param gateway the one address that clients need
 * @param services the services behind it by name, for those who debug
 * @param token where clients get their tokens
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Access(String gateway, Map<String, String> services, String token, List<Tenant> tenants) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * A tenant with credentials that can do everything a merchant can.
   *
   * @param tenant its slug
   * @param apiKey the same client in short form, for {@code Authorization: Bearer}
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Tenant(
      String tenant,
      String tenantId,
      String clientId,
      String clientSecret,
      String apiKey,
      List<String> scopes) {}

  static Access of(Ports ports, List<Tenant> tenants) {
    var services = new TreeMap<String, String>();
    for (var service : Service.values()) {
      services.put(service.id(), ports.url(service));
    }
    return new Access(
        ports.url(Service.GATEWAY),
        services,
        ports.realmUrl() + "/protocol/openid-connect/token",
        List.copyOf(tenants));
  }

  Optional<Tenant> find(String slug) {
    return tenants.stream().filter(tenant -> tenant.tenant().equals(slug)).findFirst();
  }

  static Optional<Access> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(file.toFile(), Access.class))
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty(); // cut short by a crash: new credentials are made
    }
  }

  void write(Path file) {
    try {
      var fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      JSON.writeValue(fresh.toFile(), this);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new LocalException(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
