package dev.homeport.platform.job.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeport.platform.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class InputLinesTest {
  @Test
  void linesComeWithoutTheirEndsAndBlankOnesOnlyCount() {
    assertThat(read("one\r\ntwo\n\n  \nfive"))
        .containsExactly(text(1, "one"), text(2, "two"), text(5, "five"));
  }

  @Test
  void anEmptyInputHasNoLines() {
    assertThat(read("")).isEmpty();
    assertThat(read("\n\n")).isEmpty();
  }

  @Test
  void aByteOrderMarkIsNotPartOfTheFirstLine() {
    assertThat(read("\uFEFFid\nx\uFEFF")).containsExactly(text(1, "id"), text(2, "x\uFEFF"));
  }

  @Test
  void aLineMayBeOneMebibyteAndNoMore() {
    String longest = "x".repeat(InputLines.MAX_LINE);

    List<InputLine> lines = read(longest + "\r\n" + longest + "y\nnext");

    assertThat(lines.get(0)).isEqualTo(text(1, longest));
    assertThat(lines.get(1))
        .isInstanceOfSatisfying(
            InputLine.Unreadable.class,
            line -> assertThat(line.problem().code()).isEqualTo(InputProblem.LINE_TOO_LONG));
    assertThat(lines.get(2)).isEqualTo(text(3, "next"));
  }

  @Test
  void aLineThatIsNotUtf8IsHandedOverAsSuch() {
    byte[] bytes = {'a', '\n', (byte) 0xC3, '(', '\n', 'b'};

    List<InputLine> lines = all(new InputLines(new ByteArrayInputStream(bytes)));

    assertThat(lines)
        .hasSize(3)
        .element(1)
        .isInstanceOfSatisfying(
            InputLine.Unreadable.class,
            line -> assertThat(line.problem().code()).isEqualTo(InputProblem.LINE_NOT_UTF8));
  }

  @Test
  void skippingGoesByLineNumberSoThatBlankLinesCount() {
    var lines = new InputLines(stream("one\n\nthree\nfour"));

    lines.skip(2);

    assertThat(all(lines)).containsExactly(text(3, "three"), text(4, "four"));
  }

  @Test
  void chunksReadAsOneStreamAlsoWithSeveralGzipMembers() {
    byte[] packed = concat(gzip("one\ntwo\nth"), gzip("ree\nfour\n"));
    var chunks = new ChunkStream(packed.length, i -> new byte[] {packed[i]});

    assertThat(all(new InputLines(UnpackedInput.gunzip(chunks))))
        .containsExactly(text(1, "one"), text(2, "two"), text(3, "three"), text(4, "four"));
  }

  @Test
  void anInputThatBreaksOffCannotBeRead() {
    byte[] packed = gzip("some lines\n".repeat(100));
    var lines =
        new InputLines(
            UnpackedInput.gunzip(
                new ByteArrayInputStream(Arrays.copyOf(packed, packed.length - 12))));

    assertThatThrownBy(() -> all(lines))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo(InputProblem.INPUT_UNREADABLE));
  }

  @Test
  void aHostileArchiveIsNotUnpackedToItsEnd() {
    byte[] packed = gzip("0".repeat(1_000_000));
    InputStream in = UnpackedInput.gunzip(new ByteArrayInputStream(packed), 100_000);

    assertThatThrownBy(in::readAllBytes)
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo(InputProblem.INPUT_TOO_LARGE));
  }

  private static List<InputLine> read(String text) {
    return all(new InputLines(stream(text)));
  }

  private static List<InputLine> all(InputLines lines) {
    var all = new ArrayList<InputLine>();
    for (var line = lines.next(); line.isPresent(); line = lines.next()) {
      all.add(line.get());
    }
    return all;
  }

  private static InputLine text(long number, String text) {
    return new InputLine.Text(number, text);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gzip(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
