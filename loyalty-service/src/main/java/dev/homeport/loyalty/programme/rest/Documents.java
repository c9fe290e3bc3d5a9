package dev.homeport.loyalty.programme.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.loyalty.LoyaltyProblem;
import dev.homeport.loyalty.programme.Fault;
import dev.homeport.loyalty.programme.ProgrammeReading;
import dev.homeport.loyalty.programme.StoredVersion;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Documents between their JSON and what is wrong with them. */
@ApplicationScoped
class Documents {
  private static final String KEY = "[a-z0-9][a-z0-9-]{0,39}";

  private final ObjectMapper json;

  Documents(ObjectMapper json) {
    this.json = json;
  }

  String write(Map<String, Object> document) {
    try {
      return json.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A document that was read cannot be written", e);
    }
  }

  Map<String, Object> read(StoredVersion version) {
    try {
      return json.readValue(version.document(), new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored document cannot be read", e);
    }
  }

  List<Fault> faults(Map<String, Object> document) {
    return switch (ProgrammeReading.read(document)) {
      case ProgrammeReading.Result.Sound _ -> List.of();
      case ProgrammeReading.Result.Faulty(List<Fault> faults) -> faults;
    };
  }

  /** Even a draft has a key that can name it. */
  String key(Map<String, Object> document) {
    if (document.get("key") instanceof String key && key.matches(KEY)) {
      return key;
    }
    throw Problem.of(CommonProblem.VALIDATION_FAILED, "The programme has no key.")
        .at("/document/key", "must be 1 to 40 of a-z, 0-9 and '-'");
  }

  /** Drafts of a programme have its key. */
  void requireKey(Map<String, Object> document, String key) {
    if (!key(document).equals(key)) {
      throw Problem.of(CommonProblem.VALIDATION_FAILED, "Another programme has this key.")
          .at("/document/key", "must be " + key + ", the key of the programme");
    }
  }

  /** Refuses a document that cannot be run, with everything that is wrong. */
  void requireSound(Map<String, Object> document) {
    List<Fault> faults = faults(document);
    if (!faults.isEmpty()) {
      Problem problem = Problem.of(LoyaltyProblem.PROGRAMME_FAULTY);
      for (Fault fault : faults) {
        problem = problem.at("/document" + fault.pointer(), fault.detail());
      }
      throw problem;
    }
  }
}
