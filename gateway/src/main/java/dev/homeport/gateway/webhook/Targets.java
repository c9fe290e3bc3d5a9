package dev.homeport.gateway.webhook;

import dev.homeport.platform.readiness.ConfigurationCheck;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks at where a URL leads before anything is sent there: by HTTPS, to port 443 or one above
 * 1023, and to hosts of which every address lies in the public internet. What is found is what is
 * connected to, so that a name cannot change its mind in between.
 */
@ApplicationScoped
public class Targets implements ConfigurationCheck {
  private static final String ALLOWED = "homeport.gateway.webhooks.allowed";
  private static final Pattern FOUR_NUMBERS =
      Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})[.]){3}(?:0|[1-9][0-9]{0,2})");
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final int WELL_KNOWN = 1_024;

  private final HostResolver resolver;
  private final List<String> entries;
  private final boolean localRun;

  Targets(
      HostResolver resolver,
      WebhookConfig config,
      @ConfigProperty(name = "homeport.local-run", defaultValue = "false") boolean localRun) {
    this.resolver = resolver;
    this.entries = config.allowed().orElse(List.of());
    this.localRun = localRun;
  }

  /** Where a URL leads now. */
  public Target find(String url) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException _) {
      return new Target.Refused("is not a URL");
    }
    String host = uri.getHost();
    if (host == null || !uri.isAbsolute() || !plain(host)) {
      return new Target.Refused("names no host");
    }
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      return new Target.Refused("has credentials or a fragment");
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      return new Target.Refused("does not begin with https://");
    }
    return find(uri, scheme.equals("https"), host.toLowerCase(Locale.ROOT));
  }

  private Target find(URI uri, boolean tls, String bracketed) {
    String host =
        bracketed.startsWith("[") ? bracketed.substring(1, bracketed.length() - 1) : bracketed;
    int port = uri.getPort() < 0 ? (tls ? HTTPS : HTTP) : uri.getPort();
    List<InetAddress> addresses;
    try {
      addresses = resolver.resolve(host);
    } catch (UnknownHostException _) {
      return tls && usual(port) ? new Target.Unknown() : notUsual(tls);
    }
    AllowList allowed = AllowList.of(entries);
    boolean permitted = addresses.stream().allMatch(a -> allowed.permits(host, port, a));
    if (!permitted && !(tls && usual(port))) {
      return notUsual(tls);
    }
    if (!permitted && !addresses.stream().allMatch(AddressRules::isPublic)) {
      return new Target.Refused("leads to an address that is not in the public internet");
    }
    return new Target.Open(tls, host, port, path(uri), addresses.getFirst());
  }

  /**
   * A name, or an address in its one common form: what begins its last label with a digit and is
   * none, programs read in different ways.
   */
  private static boolean plain(String host) {
    String last = host.substring(host.lastIndexOf('.') + 1);
    return !last.matches("[0-9].*") || FOUR_NUMBERS.matcher(host).matches();
  }

  private static boolean usual(int port) {
    return port == HTTPS || (port >= WELL_KNOWN && port <= 0xFFFF);
  }

  private static Target.Refused notUsual(boolean tls) {
    return new Target.Refused(
        tls ? "has a port other than 443 below 1024" : "does not begin with https://");
  }

  private static String path(URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + '?' + uri.getRawQuery();
  }

  @Override
  public List<String> faults() {
    return faults(entries, ConfigUtils.isProfileActive("prod") && !localRun);
  }

  static List<String> faults(List<String> entries, boolean production) {
    var faults = new ArrayList<String>();
    if (production && !entries.isEmpty()) {
      faults.add(ALLOWED + " must be empty in production");
    }
    try {
      AllowList.of(entries);
    } catch (IllegalArgumentException _) {
      faults.add(ALLOWED + " must hold hosts, hosts with a port, and networks such as 127.0.0.0/8");
    }
    return faults;
  }
}
