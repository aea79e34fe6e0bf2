package io.tangram.core.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
  @Test
  void an_id_says_when_it_was_made() {
    var before = System.currentTimeMillis();
    var id = Ids.next();
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16)
        .isBetween(before, System.currentTimeMillis() + 100);
  }

  @Test
  void each_is_greater_than_the_one_before() {
    var ids = Stream.generate(Ids::next).limit(20_000).map(UUID::toString).toList();
    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void many_threads_never_get_the_same_one() {
    var ids = IntStream.range(0, 100_000).parallel().mapToObj(i -> Ids.next()).toList();
    assertThat(new HashSet<>(ids)).hasSize(100_000);
  }
}
