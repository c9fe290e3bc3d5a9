package dev.homeport.local;

import java.util.Map;
import java.util.TreeMap;

/** What a service is told about its surroundings. */
final class ServiceConfiguration {

  static final String LOCAL_SECRET = "local-only-deployment-secret-do-not-use-elsewhere";
  private static final String GATEWAY_SECRET = "local-only-gateway-secret";

  private ServiceConfiguration() {}

  static Map<String, String> of(Service service, Ports ports) {
    var database = service.database();
    var url =
        "jdbc:postgresql://%s:%d/%s?reWriteBatchedInserts=true&ApplicationName=%s"
            .formatted(LocalPorts.HOST, ports.postgres(), database.name(), database.role());
    var values = new TreeMap<String, String>();
    values.put("quarkus.http.host", LocalPorts.HOST);
    values.put("quarkus.http.port", Integer.toString(ports.of(service)));
    values.put("quarkus.datasource.jdbc.url", url);
    values.put("quarkus.datasource.username", database.role());
    values.put("quarkus.datasource.password", Databases.localPassword(database.role()));
    values.put("quarkus.datasource.worker.jdbc.url", url);
    values.put("quarkus.datasource.worker.username", database.worker());
    values.put("quarkus.datasource.worker.password", Databases.localPassword(database.worker()));
    values.put("quarkus.flyway.username", database.owner());
    values.put("quarkus.flyway.password", Databases.localPassword(database.owner()));
    values.put("kafka.bootstrap.servers", LocalPorts.HOST + ":" + ports.kafka());
    values.put("quarkus.oidc.auth-server-url", ports.realmUrl());
    values.put("homeport.local-run", "true");
    values.put("homeport.secret", LOCAL_SECRET);
    values.put("homeport.topics.partitions", "6");
    values.put("homeport.topics.replication", "1");
    return switch (service) {
      case GATEWAY -> with(values, gateway(ports));
      case CUSTOMER, ORDER, ANALYTICS, LOYALTY -> values;
    };
  }

  private static Map<String, String> with(Map<String, String> values, Map<String, String> more) {
    values.putAll(more);
    return values;
  }

  private static Map<String, String> gateway(Ports ports) {
    var values = new TreeMap<String, String>();
    for (var service : Service.values()) {
      if (service != Service.GATEWAY) {
        values.put("homeport.gateway.services." + service.id(), ports.url(service));
      }
    }
    values.put("mp.jwt.verify.issuer", ports.realmUrl());
    values.put(
        "mp.jwt.verify.publickey.location", ports.realmUrl() + "/protocol/openid-connect/certs");
    values.put("homeport.gateway.keycloak.url", ports.keycloakUrl());
    values.put("homeport.gateway.keycloak.realm", KeycloakServer.REALM);
    values.put("homeport.gateway.keycloak.client-id", "homeport-gateway");
    values.put("homeport.gateway.keycloak.client-secret", GATEWAY_SECRET);
    // Nobody turns the logs of the local run over.
    values.put("homeport.gateway.access-log.enabled", "false");
    // A developer's own receiver of webhooks may listen on this machine.
    values.put("homeport.gateway.webhooks.allowed", "127.0.0.0/8,localhost");
    return values;
  }
}
