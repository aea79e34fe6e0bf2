package io.tangram.killtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tangram.core.metadata.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product with PostgreSQL inside, killed while people write. */
class KilledWhileWritingIT {
  private static final int WRITERS = 8;

  @TempDir Path folder;

  @Test
  void every_acknowledged_write_is_there_after_the_next_start() throws Exception {
    var acknowledged = new ConcurrentLinkedQueue<UUID>();
    try (var node = start()) {
      var api = new Api(node);
      api.publishApp();
      killWhileWriting(node, api, acknowledged, 1);
    }
    try (var node = start()) {
      var api = new Api(node);
      assertThere(api, acknowledged);
      killWhileWriting(node, api, acknowledged, 2);
      killPostgres();
    }
    try (var node = start()) {
      assertThere(new Api(node), acknowledged);
    }
    assertThat(acknowledged).hasSizeGreaterThan(WRITERS);
  }

  private Node start() throws IOException, InterruptedException {
    return Node.start(Node.product(), folder, Map.of("TANGRAM_DATA", data().toString()));
  }

  private Path data() {
    return folder.resolve("data");
  }

  private static void killWhileWriting(Node node, Api api, Collection<UUID> acknowledged, long seed)
      throws InterruptedException {
    var writers =
        Stream.generate(() -> new Thread(() -> write(api, acknowledged))).limit(WRITERS).toList();
    writers.forEach(Thread::start);
    TimeUnit.MILLISECONDS.sleep(1500 + new Random(seed).nextInt(1500));
    node.kill();
    for (var writer : writers) {
      writer.join();
    }
  }

  /** Until the node is gone. */
  private static void write(Api api, Collection<UUID> acknowledged) {
    try {
      while (true) {
        var id = Ids.next();
        if (api.create(id) == 201) {
          acknowledged.add(id);
        }
      }
    } catch (IOException gone) {
      return; // killed: what was in flight may or may not be there
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void killPostgres() throws IOException {
    var file = data().resolve("postgres/cluster/postmaster.pid");
    var pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
  }

  private static void assertThere(Api api, Collection<UUID> acknowledged)
      throws IOException, InterruptedException {
    for (var id : List.copyOf(acknowledged)) {
      assertThat(api.read(id)).as("acknowledged %s", id).isEqualTo(200);
    }
  }
}
