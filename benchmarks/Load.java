import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Keeps a number of connections busy with one kind of request and prints what came of it as JSON.
 * Small on purpose: plain sockets and threads, so that the load costs little beside the server.
 *
 * <p>{@code java Load.java host port connections warmupSeconds seconds pid method path body ids
 * token}. In path and body {@code ID} becomes a line of the file {@code ids}, {@code NEW} a fresh
 * UUID, {@code RND} a number below 1000.
 */
public final class Load {
  private static final int TICKS_PER_SECOND = 100; // USER_HZ of Linux, whatever the kernel's own

  private final String host;
  private final int port;
  private final String head;
  private final String method;
  private final String path;
  private final String body;
  private final List<String> ids;

  private Load(String... a) throws IOException {
    host = a[0];
    port = Integer.parseInt(a[1]);
    method = a[6];
    path = a[7];
    body = a[8];
    ids = Files.readAllLines(Path.of(a[9]));
    var token = a.length > 10 ? "Authorization: Bearer " + a[10] + "\r\n" : "";
    head = " HTTP/1.1\r\nHost: " + host + "\r\n" + token + "Content-Type: application/json\r\n";
  }

  public static void main(String... a) throws Exception {
    var load = new Load(a);
    var connections = Integer.parseInt(a[2]);
    load.run(connections, Integer.parseInt(a[3]));
    var before = cpuTicks(a[5]);
    var seconds = Integer.parseInt(a[4]);
    var result = load.run(connections, seconds);
    var cpu = (cpuTicks(a[5]) - before) * 1000.0 / TICKS_PER_SECOND;
    System.out.println(
        json(
            Map.of(
                "perSecond", result.times.length / (double) seconds,
                "p50", result.at(0.50),
                "p99", result.at(0.99),
                "failed", (double) result.failed,
                "cpuMs", cpu / Math.max(1, result.times.length),
                "rssMb", rssMb(a[5]))));
  }

  /** Nanoseconds of every answered request, ascending. */
  private record Result(long[] times, long failed) {
    double at(double share) {
      return times.length == 0 ? 0 : times[(int) (share * (times.length - 1))] / 1e6;
    }
  }

  private Result run(int connections, int seconds) throws InterruptedException {
    var end = System.nanoTime() + seconds * 1_000_000_000L;
    var clients =
        IntStream.range(0, connections).mapToObj(i -> new Client(end)).collect(Collectors.toList());
    clients.forEach(Thread::start);
    for (var client : clients) {
      client.join();
    }
    var times =
        clients.stream().flatMapToLong(c -> Arrays.stream(c.times, 0, c.count)).sorted().toArray();
    return new Result(times, clients.stream().mapToLong(c -> c.failed).sum());
  }

  private final class Client extends Thread {
    private final long end;
    private long[] times = new long[1 << 14];
    private int count;
    private long failed;

    Client(long end) {
      this.end = end;
    }

    @Override
    public void run() {
      while (System.nanoTime() < end) {
        try (var socket = new Socket(host, port)) {
          socket.setTcpNoDelay(true);
          talk(socket);
        } catch (IOException e) {
          failed++;
        }
      }
    }

    private void talk(Socket socket) throws IOException {
      var in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      var out = socket.getOutputStream();
      while (System.nanoTime() < end) {
        var request = request();
        var start = System.nanoTime();
        out.write(request);
        var status = answer(in);
        var time = System.nanoTime() - start;
        if (status / 100 != 2) {
          failed++;
          continue;
        }
        if (count == times.length) {
          times = Arrays.copyOf(times, count * 2);
        }
        times[count++] = time;
      }
    }
  }

  private byte[] request() {
    var content = fill(body).getBytes(StandardCharsets.UTF_8);
    var first = method + " " + fill(path) + head;
    var length = content.length == 0 ? "\r\n" : "Content-Length: " + content.length + "\r\n\r\n";
    var start = (first + length).getBytes(StandardCharsets.UTF_8);
    var all = Arrays.copyOf(start, start.length + content.length);
    System.arraycopy(content, 0, all, start.length, content.length);
    return all;
  }

  private String fill(String template) {
    var random = ThreadLocalRandom.current();
    return template
        .replace("ID", ids.get(random.nextInt(ids.size())))
        .replace("NEW", UUID.randomUUID().toString())
        .replace("RND", Integer.toString(random.nextInt(1000)));
  }

  /** Reads one answer to its end. */
  private static int answer(InputStream in) throws IOException {
    var status = Integer.parseInt(line(in).substring(9, 12));
    long length = 0;
    var chunked = false;
    for (var line = line(in); !line.isEmpty(); line = line(in)) {
      var lower = line.toLowerCase(java.util.Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Long.parseLong(line.substring(15).trim());
      } else if (lower.startsWith("transfer-encoding:")) {
        chunked = true;
      }
    }
    if (!chunked) {
      in.skipNBytes(length);
      return status;
    }
    for (var size = chunk(in); size > 0; size = chunk(in)) {
      in.skipNBytes(size + 2L);
    }
    line(in);
    return status;
  }

  private static int chunk(InputStream in) throws IOException {
    return Integer.parseInt(line(in).trim(), 16);
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder(64);
    for (var c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("connection closed");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static long cpuTicks(String pid) throws IOException {
    var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }

  private static double rssMb(String pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
        .sum();
  }

  private static String json(Map<String, Double> values) {
    return values.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> "\"%s\":%.4f".formatted(e.getKey(), e.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
