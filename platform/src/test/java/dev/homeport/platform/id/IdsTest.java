package dev.homeport.platform.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final UUID TENANT = UUID.fromString("0190b6a0-0000-7000-8000-000000000001");
  private static final UUID OTHER = UUID.fromString("0190b6a0-0000-7000-8000-000000000002");

  @Test
  void newIdsRise() {
    assertThat(Stream.generate(Ids::next).limit(10_000).map(UUID::toString).toList())
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(Ids.next().version()).isEqualTo(7);
  }

  @Test
  void whatIsShownIsReadAgain() {
    UUID id = Ids.next();

    assertThat(Ids.read("ord", Ids.show("ord", id))).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ord_",
        "0190b6a0-0000-7000-8000-000000000001",
        "cus_0190b6a0-0000-7000-8000-000000000001",
        "ord_0190B6A0-0000-7000-8000-000000000001",
        "ord_190b6a0-0000-7000-8000-0000000000011",
        "ord-0190b6a0-0000-7000-8000-000000000001"
      })
  void anythingElseIsNoId(String text) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> Ids.read("ord", text))
        .matches(problem -> problem.code() == CommonProblem.INVALID_ID);
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> Ids.readPath("ord", text))
        .matches(problem -> problem.code() == CommonProblem.NOT_FOUND);
  }

  /** The expected value was computed by other means, from the definition in the overview. */
  @Test
  void anIdentityIsTheSameEverywhereAndForEver() {
    var ids = new KeyedIds(new DeploymentSecret(SECRET));

    assertThat(ids.identity(TENANT, "shop-de", "17841"))
        .isEqualTo(new KeyedIds(new DeploymentSecret(SECRET)).identity(TENANT, "shop-de", "17841"))
        .hasToString("da3f824a-c134-8461-a5c4-60ff7e9911f1");
  }

  @Test
  void anIdentityDependsOnAllThatMakesIt() {
    var ids = new KeyedIds(new DeploymentSecret(SECRET));
    var others = new KeyedIds(new DeploymentSecret("f" + SECRET));

    assertThat(
            Stream.of(
                ids.identity(TENANT, "shop-de", "1"),
                ids.identity(TENANT, "shop-de", "2"),
                ids.identity(TENANT, "shop-d", "e1"),
                ids.identity(OTHER, "shop-de", "1"),
                others.identity(TENANT, "shop-de", "1")))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.version() == 8 && id.variant() == 2);
  }

  @Test
  void aShortSecretStopsTheStart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeploymentSecret("short"))
        .withMessageContaining("homeport.secret");
  }
}
