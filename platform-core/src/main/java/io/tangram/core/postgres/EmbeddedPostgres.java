package io.tangram.core.postgres;

import java.nio.file.Path;
import java.util.Map;

/**
 * The PostgreSQL inside Tangram, for data that must last: fsync is on, one JVM per folder, and a
 * server that outlived its JVM is taken over. Closing it ends the server.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private final FolderLock lock;
  private final PostgresServer server;
  private final PostgresAddress address;

  private EmbeddedPostgres(FolderLock lock, PostgresServer server) {
    this.lock = lock;
    this.server = server;
    this.address = server.ensureRunning();
  }

  /**
   * Returns when the server answers; the first time on a folder it takes some seconds.
   *
   * @param root holds programs, data and password; made when absent
   * @throws PostgresFailure with a sentence for the operator
   */
  public static EmbeddedPostgres start(Path root) {
    var folder = new PostgresFolder(root);
    var lock =
        FolderLock.tryTake(folder.lock())
            .orElseThrow(
                () ->
                    new PostgresFailure(
                        "The data folder "
                            + folder.root()
                            + " is in use by process "
                            + FolderLock.owner(folder.lock())));
    try {
      var binaries = PostgresBinaries.unpack(folder.root());
      return new EmbeddedPostgres(lock, new PostgresServer(folder, binaries, Map.of()));
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  public PostgresAddress address() {
    return address;
  }

  @Override
  public void close() {
    server.stop();
    lock.close();
  }
}
