package io.tangram.killtest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** One JVM of a packaged product: started, asked, killed. */
final class Node implements AutoCloseable {
  static final String PASSWORD = "kill-test-password";

  private static final Duration START = Duration.ofSeconds(240);

  private final Process process;
  private final Path log;
  final URI address;

  private Node(Process process, Path log, URI address) {
    this.process = process;
    this.log = log;
    this.address = address;
  }

  /** The product itself. */
  static Path product() {
    return Path.of(System.getProperty("tangram.root"), "ui/target/quarkus-app/quarkus-run.jar");
  }

  /** The product with the probe in it. */
  static Path productWithProbe() {
    return Path.of(
        System.getProperty("tangram.root"), "kill-test/target/quarkus-app/quarkus-run.jar");
  }

  /** Returns when it is ready. */
  static Node start(Path jar, Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    var port = freePort();
    var log = Files.createTempFile(folder, "node-", ".log");
    var java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    var builder =
        new ProcessBuilder(java, "-Xmx512m", "-XX:TieredStopAtLevel=1", "-jar", jar.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
    builder.environment().put("TANGRAM_ADMIN_PASSWORD", PASSWORD);
    builder.environment().putAll(environment);
    var node = new Node(builder.start(), log, URI.create("http://127.0.0.1:" + port));
    node.awaitReady();
    return node;
  }

  boolean alive() {
    return process.isAlive();
  }

  /** As the machine's owner would: at once, with no chance to tidy up. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady() throws InterruptedException, IOException {
    var client = HttpClient.newHttpClient();
    var request = HttpRequest.newBuilder(address.resolve("/q/health/ready")).build();
    for (var end = Instant.now().plus(START); Instant.now().isBefore(end); Thread.sleep(100)) {
      if (!process.isAlive()) {
        break;
      }
      try {
        if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        continue; // does not listen yet
      }
    }
    kill();
    throw new IllegalStateException("does not get ready:\n" + Files.readString(log));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
