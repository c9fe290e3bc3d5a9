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
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents between their JSON and what is wrong with them. */
@ApplicationScoped
class Documents {
  private static final int MOST_DIGITS = 40;
  private static final String KEY = "[a-z0-9][a-z0-9-]{0,39}";

  private final ObjectMapper json;

  Documents(ObjectMapper json) {
    this.json = json;
  }

  /**
   * A document as it is stored.
   *
   * @throws Problem 422 when a number in it has more digits than any that is read here
   */
  String write(Map<String, Object> document) {
    requireShortNumbers("/document", document);
    try {
      return json.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A document that was read cannot be written", e);
    }
  }

  /** The database writes numbers out: 1e-300 has three hundred digits there. */
  private static void requireShortNumbers(String place, @Nullable Object value) {
    switch (value) {
      case Map<?, ?> map ->
          map.forEach((name, inner) -> requireShortNumbers(place + "/" + name, inner));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          requireShortNumbers(place + "/" + i, list.get(i));
        }
      }
      case Number number -> {
        if (new BigDecimal(number.toString()).toPlainString().length() > MOST_DIGITS) {
          throw Problem.of(CommonProblem.INVALID_VALUE).at(place, "has too many digits");
        }
      }
      case null, default -> {}
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
