package dev.homeport.customer.merge.rest;

import dev.homeport.customer.merge.Merging;
import dev.homeport.customer.person.Field;
import dev.homeport.customer.person.Side;
import dev.homeport.customer.person.Takeover;
import dev.homeport.customer.person.Verdict;
import dev.homeport.customer.profile.Profile;
import dev.homeport.platform.id.Ids;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a merge would do. */
@Schema(name = "MergePreview")
record MergePreview(
    @Schema(examples = "cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f") String survivorId,
    @Schema(examples = "cus_1c8f2e63-9d5e-8b7c-8f40-2b3c4d5e6f70") String absorbedId,
    @Schema(description = "How many buyers would become the survivor's.", examples = "1")
        int identities,
    @Schema(maxItems = 20) List<Choice> fields) {

  static final String EXAMPLE =
      """
      {"survivorId": "cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f",
       "absorbedId": "cus_1c8f2e63-9d5e-8b7c-8f40-2b3c4d5e6f70",
       "identities": 1,
       "fields": [{"field": "name", "shown": "survivor", "reason": "stated"},
                  {"field": "emails", "shown": "survivor", "reason": "joined"}]}""";

  /** Whose value of a field would be shown. */
  @Schema(name = "MergePreviewField")
  record Choice(
      Field field,
      @Schema(description = "Whose value it is; of joined lists, the survivor's come first.")
          Side shown,
      @Schema(
              description =
                  "`chosen` by you; `only` one has a value; the `same`; `stated` over seen on an"
                      + " order; the `newer`; the `longer`; the `first` in the alphabet; lists are"
                      + " `joined`.")
          Verdict.Reason reason) {}

  static MergePreview of(Merging.Pair pair, Takeover how) {
    Map<Field, Verdict<?>> verdicts = pair.survivor().shown().preview(pair.absorbed().shown(), how);
    return new MergePreview(
        Ids.show(Profile.PREFIX, pair.survivor().id()),
        Ids.show(Profile.PREFIX, pair.absorbed().id()),
        pair.identities().size(),
        verdicts.entrySet().stream()
            .map(
                each -> new Choice(each.getKey(), each.getValue().side(), each.getValue().reason()))
            .toList());
  }
}
