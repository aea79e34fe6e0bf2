package io.tangram.core.postgres;

import java.nio.file.Path;

/** What lies where in the folder of one server. Only names paths, touches nothing. */
record PostgresFolder(Path root) {
  PostgresFolder {
    root = root.toAbsolutePath().normalize();
  }

  Path cluster() {
    return root.resolve("cluster");
  }

  /**
   * Where initdb works; becomes {@link #cluster()} by a rename, so a cluster is whole or absent.
   */
  Path unfinished() {
    return root.resolve("cluster.unfinished");
  }

  Path settings() {
    return cluster().resolve("tangram.conf");
  }

  Path postmasterPid() {
    return cluster().resolve("postmaster.pid");
  }

  Path password() {
    return root.resolve("password");
  }

  Path port() {
    return root.resolve("port");
  }

  Path startLog() {
    return root.resolve("start.log");
  }

  Path lock() {
    return root.resolve("lock");
  }
}
