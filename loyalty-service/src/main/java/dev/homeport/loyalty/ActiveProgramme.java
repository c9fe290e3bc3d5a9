package dev.homeport.loyalty;

import dev.homeport.loyalty.programme.ConfiguredProgramme;
import dev.homeport.loyalty.programme.Programme;
import dev.homeport.loyalty.programme.ProgrammeConfig;
import dev.homeport.platform.readiness.ConfigurationCheck;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The one programme of the configuration, for whoever needs it; a faulty one stops the start. */
@Singleton
class ActiveProgramme implements ConfigurationCheck {
  private final ConfiguredProgramme configured;

  ActiveProgramme(ProgrammeConfig config) {
    this.configured = new ConfiguredProgramme(config);
  }

  @Override
  public List<String> faults() {
    return configured.faults();
  }

  @Produces
  @Singleton
  Programme programme() {
    return configured.programme();
  }
}
