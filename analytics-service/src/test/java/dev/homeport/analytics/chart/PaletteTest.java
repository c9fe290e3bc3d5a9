package dev.homeport.analytics.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Colours against the formulas of WCAG 2.2 and the vision models of Machado et al. (2009). */
class PaletteTest {
  private static final double TEXT = 4.5;
  private static final double LINE = 3.5;
  private static final double APART = 20;

  private static final double[][] DEUTERANOPIA = {
    {0.367322, 0.860646, -0.227968},
    {0.280085, 0.672501, 0.047413},
    {-0.011820, 0.042940, 0.968881}
  };
  private static final double[][] PROTANOPIA = {
    {0.152286, 1.052583, -0.204868},
    {0.114503, 0.786281, 0.099216},
    {-0.003882, -0.048116, 1.051998}
  };
  private static final double[][] ALL_CONES = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

  private static final List<Function<Colour, String>> SCHEMES =
      List.of(Colour::light, Colour::dark);

  @Test
  void text_is_readable_on_everything_that_it_stands_on() {
    for (var scheme : SCHEMES) {
      String paper = scheme.apply(Palette.PAPER);
      assertThat(contrast(scheme.apply(Palette.INK), paper)).isGreaterThan(TEXT);
      assertThat(contrast(scheme.apply(Palette.MUTED), paper)).isGreaterThan(TEXT);
      for (Palette.Tone tone : Palette.TONES) {
        assertThat(contrast(scheme.apply(tone.text()), scheme.apply(tone.fill())))
            .as("text on %s", scheme.apply(tone.fill()))
            .isGreaterThan(TEXT);
      }
    }
  }

  @Test
  void series_stand_out_and_stay_apart_for_every_eye() {
    for (var scheme : SCHEMES) {
      List<String> colours = Palette.SERIES.stream().map(scheme).toList();
      for (int i = 0; i < colours.size(); i++) {
        assertThat(contrast(colours.get(i), scheme.apply(Palette.PAPER))).isGreaterThan(LINE);
        for (int j = 0; j < i; j++) {
          for (double[][] eye : List.of(ALL_CONES, DEUTERANOPIA, PROTANOPIA)) {
            assertThat(distance(seen(colours.get(i), eye), seen(colours.get(j), eye)))
                .as("%s and %s", colours.get(i), colours.get(j))
                .isGreaterThan(APART);
          }
        }
      }
    }
  }

  @Test
  void more_is_further_from_the_paper() {
    for (var scheme : SCHEMES) {
      double last = 0;
      for (Palette.Tone tone : Palette.TONES) {
        double next = contrast(scheme.apply(tone.fill()), scheme.apply(Palette.PAPER));
        assertThat(next).as(scheme.apply(tone.fill())).isGreaterThan(last * 1.12);
        last = next;
      }
    }
  }

  @Test
  void every_value_has_a_tone() {
    assertThat(Palette.tone(0, 10)).isEqualTo(Palette.TONES.getFirst());
    assertThat(Palette.tone(-3, 10)).isEqualTo(Palette.TONES.getFirst());
    assertThat(Palette.tone(0.001, 10)).isEqualTo(Palette.TONES.get(1));
    assertThat(Palette.tone(10, 10)).isEqualTo(Palette.TONES.getLast());
    assertThat(Palette.tone(1, 0)).isEqualTo(Palette.TONES.getFirst());
  }

  private static double contrast(String a, String b) {
    double one = luminance(a) + 0.05;
    double other = luminance(b) + 0.05;
    return Math.max(one, other) / Math.min(one, other);
  }

  private static double luminance(String colour) {
    double[] light = linear(colour);
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
  }

  private static double[] linear(String colour) {
    double[] light = new double[3];
    for (int i = 0; i < 3; i++) {
      double c = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      light[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
    return light;
  }

  /** As CIE L*a*b*, for such an eye. */
  private static double[] seen(String colour, double[][] eye) {
    double[] light = times(eye, linear(colour));
    double[] xyz =
        times(
            new double[][] {
              {0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}
            },
            light);
    double x = lab(xyz[0] / 0.9505);
    double y = lab(xyz[1]);
    double z = lab(xyz[2] / 1.089);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double lab(double t) {
    return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        product[i] += matrix[i][j] * vector[j];
      }
      product[i] = Math.clamp(product[i], -10, 10);
    }
    return product;
  }

  private static double distance(double[] a, double[] b) {
    return Math.sqrt(
        Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
  }
}
