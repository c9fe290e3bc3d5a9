package dev.homeport.platform.readiness;

import java.util.List;

/**
 * A look at the configuration before the service starts. Any bean that implements it is asked once;
 * a fault of any of them stops the start.
 */
public interface ConfigurationCheck {

  /**
   * What is wrong, one sentence each that names the property and never its value, for example
   * {@code homeport.secret must have at least 32 characters}. Empty when all is well.
   */
  List<String> faults();
}
