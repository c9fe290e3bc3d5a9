package dev.homeport.platform.readiness;

import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * What every service needs: a deployment secret that is long enough, and in production no password
 * or secret that is only meant for a developer's machine.
 */
@ApplicationScoped
class PlatformConfigurationCheck implements ConfigurationCheck {
  static final String SECRET = "homeport.secret";
  static final String LOCAL_RUN = "homeport.local-run";
  static final int SECRET_LENGTH = 32;
  private static final String LOCAL_ONLY = "local-only-";

  private final Config config;

  PlatformConfigurationCheck(Config config) {
    this.config = config;
  }

  @Override
  public List<String> faults() {
    return faults(config, ConfigUtils.isProfileActive("prod"));
  }

  static List<String> faults(Config config, boolean production) {
    var faults = new ArrayList<String>();
    String secret = value(config, SECRET);
    if (secret == null || secret.length() < SECRET_LENGTH) {
      faults.add(SECRET + " must have at least " + SECRET_LENGTH + " characters");
    }
    if (production && !config.getOptionalValue(LOCAL_RUN, Boolean.class).orElse(false)) {
      var names = new TreeSet<String>();
      config.getPropertyNames().forEach(names::add);
      for (String name : names) {
        String value = value(config, name);
        if (value != null && value.startsWith(LOCAL_ONLY)) {
          faults.add(
              "%s still has its local default; set it, or set %s=true on a developer's machine"
                  .formatted(name, LOCAL_RUN));
        }
      }
    }
    return faults;
  }

  /** Null when the property is missing, or refers to one that is. */
  private static @Nullable String value(Config config, String name) {
    try {
      return config.getConfigValue(name).getValue();
    } catch (RuntimeException _) {
      return null;
    }
  }
}
