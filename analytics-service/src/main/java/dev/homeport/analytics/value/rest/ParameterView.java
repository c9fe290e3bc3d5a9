package dev.homeport.analytics.value.rest;

import dev.homeport.analytics.value.FittedModel;
import dev.homeport.analytics.value.ModelKind;
import dev.homeport.analytics.value.btyd.Fit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An estimate. */
@Schema(name = "ModelParameter")
record ParameterView(
    @Schema(description = "As the literature calls it; times are weeks.", examples = "alpha")
        String name,
    @Schema(examples = "4.413602019") double estimate,
    @Schema(
            description = "From the observed information. Absent where the likelihood is flat.",
            examples = "0.378224")
        Optional<Double> standardError) {
  private static final List<String> NBD = List.of("r", "alpha");
  private static final List<String> AMOUNTS = List.of("p", "q", "gamma");

  static List<ParameterView> buying(FittedModel model) {
    return from(
        model.buying(),
        model.kind() == ModelKind.BG_NBD
            ? List.of("r", "alpha", "a", "b")
            : List.of("r", "alpha", "s", "beta"));
  }

  static List<ParameterView> nbd(Fit fit) {
    return from(fit, NBD);
  }

  static List<ParameterView> amounts(Fit fit) {
    return from(fit, AMOUNTS);
  }

  private static List<ParameterView> from(Fit fit, List<String> names) {
    return IntStream.range(0, names.size())
        .mapToObj(
            i ->
                new ParameterView(
                    names.get(i),
                    fit.parameters().get(i),
                    fit.standardErrors().map(errors -> errors.get(i))))
        .toList();
  }
}
