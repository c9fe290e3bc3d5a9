package dev.homeport.gateway.testing;

import dev.homeport.gateway.webhook.HostResolver;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names that only tests know, and that can change where they lead to. */
@Singleton
public class TestResolver implements HostResolver {
  private final Map<String, String> names = new ConcurrentHashMap<>();

  /** From now on a name leads there. */
  public void name(String host, String address) {
    names.put(host, address);
  }

  @Override
  public List<InetAddress> resolve(String host) throws UnknownHostException {
    if (host.endsWith(".example.com")) {
      throw new UnknownHostException(host);
    }
    return List.of(InetAddress.getByName(names.getOrDefault(host, host)));
  }
}
