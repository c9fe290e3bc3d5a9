package dev.homeport.loyalty.programme.store;

import dev.homeport.loyalty.programme.Fault;
import dev.homeport.loyalty.programme.ProgrammeDocument;
import dev.homeport.loyalty.programme.ProgrammeReading;
import dev.homeport.platform.event.EventJson;
import java.util.List;

/** Documents as they are stored. */
final class DocumentText {
  private DocumentText() {}

  /** An approved document: it was sound when it was approved. */
  static ProgrammeDocument sound(String json) {
    return switch (ProgrammeReading.read(EventJson.read(json, Object.class))) {
      case ProgrammeReading.Result.Sound(ProgrammeDocument document) -> document;
      case ProgrammeReading.Result.Faulty(List<Fault> faults) ->
          throw new IllegalStateException("An approved programme cannot be run: " + faults);
    };
  }
}
