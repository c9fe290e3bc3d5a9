package dev.homeport.analytics.advice;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.analytics.segment.Compilation;
import dev.homeport.analytics.segment.Expressions;
import dev.homeport.analytics.segment.Trait;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The plays, the most urgent first; they are data in {@code playbook/next-actions.json}. */
@Singleton
class Playbook {
  private static final String PATH = "/playbook/next-actions.json";

  private final List<Play> plays;
  private final Set<Trait> traits = EnumSet.of(Trait.CONSENTS);

  Playbook(ObjectMapper json) {
    try (var file = Playbook.class.getResourceAsStream(PATH)) {
      if (file == null) {
        throw new FileNotFoundException(PATH);
      }
      plays =
          json.readValue(file, new TypeReference<List<Line>>() {}).stream()
              .map(Line::play)
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    plays.forEach(play -> traits.addAll(play.when().traits()));
  }

  List<Play> plays() {
    return plays;
  }

  /** What the plays need to be told of a customer. */
  Set<Trait> traits() {
    return Set.copyOf(traits);
  }

  /** A play as it is written. */
  record Line(String key, String name, String advice, String when, boolean contact) {

    Play play() {
      return switch (Expressions.compile(when)) {
        case Compilation.Sound sound -> new Play(key, name, advice, sound.expression(), contact);
        case Compilation.Faulty faulty ->
            throw new IllegalStateException("The play " + key + " is wrong: " + faulty.faults());
      };
    }
  }
}
