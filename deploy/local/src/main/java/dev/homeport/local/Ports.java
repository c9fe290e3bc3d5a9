package dev.homeport.local;

import java.util.stream.IntStream;

/** The ports of one suite, all on the loopback address. */
public record Ports(
    int gateway,
    int customer,
    int order,
    int analytics,
    int loyalty,
    int keycloak,
    int keycloakManagement,
    int kafka,
    int kafkaController,
    int postgres) {

  private static final int HIGHEST_OFFSET = 56_000;

  /** The usual ports, all moved up by an offset; 0 leaves them where the documentation has them. */
  public static Ports standard(int offset) {
    if (offset < 0 || offset > HIGHEST_OFFSET) {
      throw new LocalException(
          "A port offset lies between 0 and " + HIGHEST_OFFSET + ", and " + offset + " does not.");
    }
    return new Ports(
        8080 + offset,
        8081 + offset,
        8082 + offset,
        8083 + offset,
        8084 + offset,
        8180 + offset,
        8190 + offset,
        9092 + offset,
        9093 + offset,
        5432 + offset);
  }

  /** Ports that nobody listens on now. For tests. */
  public static Ports free() {
    int[] free = IntStream.generate(() -> LocalPorts.orFree(0)).distinct().limit(10).toArray();
    return new Ports(
        free[0], free[1], free[2], free[3], free[4], free[5], free[6], free[7], free[8], free[9]);
  }

  /** The port of a service. */
  public int of(Service service) {
    return switch (service) {
      case GATEWAY -> gateway;
      case CUSTOMER -> customer;
      case ORDER -> order;
      case ANALYTICS -> analytics;
      case LOYALTY -> loyalty;
    };
  }

  /** The address of a service, without a slash at the end. */
  public String url(Service service) {
    return "http://%s:%d".formatted(LocalPorts.HOST, of(service));
  }

  /** The address of Keycloak, without a slash at the end. */
  public String keycloakUrl() {
    return "http://%s:%d".formatted(LocalPorts.HOST, keycloak);
  }

  /** The realm's address, which is also the issuer of its tokens. */
  public String realmUrl() {
    return keycloakUrl() + "/realms/" + KeycloakServer.REALM;
  }
}
