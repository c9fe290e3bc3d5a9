package dev.homeport.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

  @TempDir Path temp;
  private Path jar;

  /** The program that runs. */
  static final class Greeting {
    private Greeting() {}

    public static void main(String[] arguments) {
      System.out.println("hello " + arguments[0]);
    }
  }

  @BeforeEach
  void aProgram() throws IOException {
    jar = pack(temp.resolve("greeting.jar"));
  }

  @Test
  void a_program_that_was_watched_runs_with_its_cache() throws Exception {
    assertThat(run(cache().command(Lifetime.DETACHED))).contains("hello world");
    assertThat(AotCache.anyRecorded(temp)).isTrue();

    AotCache.assemble(temp);

    var command = cache().command(Lifetime.THIS_JVM);
    assertThat(command).anyMatch(word -> word.startsWith("-XX:AOTCache="));
    assertThat(run(command)).contains("hello world");
    assertThat(AotCache.anyRecorded(temp)).isFalse();
  }

  @Test
  void a_broken_cache_does_no_harm() throws Exception {
    var program = program();
    Files.writeString(temp.resolve("greeting-" + program.key() + ".aot"), "no cache at all");

    var command = cache().command(Lifetime.DETACHED);

    assertThat(command).anyMatch(word -> word.startsWith("-XX:AOTCache="));
    assertThat(run(command)).contains("hello world");
  }

  @Test
  void a_broken_recording_leads_to_no_cache() throws Exception {
    run(cache().command(Lifetime.DETACHED));
    Files.writeString(temp.resolve("greeting-" + program().key() + ".aotconf"), "cut short");

    AotCache.assemble(temp);

    assertThat(AotCache.anyRecorded(temp)).isFalse();
    assertThat(cache().command(Lifetime.THIS_JVM))
        .noneMatch(word -> word.startsWith("-XX:AOTCache="));
  }

  @Test
  void another_build_has_another_cache() throws IOException {
    var before = program().key();
    assertThat(program().key()).isEqualTo(before);

    Files.write(jar, new byte[] {0}, StandardOpenOption.APPEND);

    assertThat(program().key()).isNotEqualTo(before);
  }

  @Test
  void a_program_of_a_test_is_not_watched() {
    assertThat(cache().command(Lifetime.THIS_JVM)).noneMatch(word -> word.contains("AOT"));
  }

  private AotCache cache() {
    return new AotCache(temp, program());
  }

  private JavaProgram program() {
    return new JavaProgram(
        "greeting",
        List.of("-Xmx64m", "-XX:+UseSerialGC"),
        List.of(jar),
        List.of("-cp", jar.toString(), Greeting.class.getName()),
        List.of(),
        List.of("world"));
  }

  private static String run(List<String> command) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Path pack(Path jar) throws IOException {
    var name = Greeting.class.getName().replace('.', '/') + ".class";
    try (var in = Greeting.class.getClassLoader().getResourceAsStream(name);
        var out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry(name));
      in.transferTo(out);
    }
    return jar;
  }
}
