import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures Tangram beside two limits in the same minutes on the same PostgreSQL: raw (the same SQL through pgbench,
 * prepared) and floor (a bare resource over plain JDBC). Prints a table into benchmarks/README.md between its marks.
 * Started by benchmarks/run; needs pgbench and wrk.
 */
public final class Bench {
  private static final int ROWS = Integer.getInteger("rows", 1_000_000);
  private static final int SECONDS = Integer.getInteger("seconds", 10);
  private static final int WARM_UP = Integer.getInteger("warmup", 15);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final Path BENCH = ROOT.resolve("benchmarks");

  /** One measured run: requests a second, milliseconds at the median and the 99th percentile, CPU ms a request. */
  record Reading(double rate, double p50, double p99, double cpu) {}

  /** A server that this program started. */
  record Server(Process process, int port) implements AutoCloseable {
    String url(String path) {
      return "http://127.0.0.1:" + port + path;
    }

    /** CPU milliseconds used so far: user and system clock ticks of 10 ms (proc(5)). */
    long cpu() throws IOException {
      var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      var words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return (Long.parseLong(words[11]) + Long.parseLong(words[12])) * 10;
    }

    /** Resident memory in MB. */
    long memory() throws IOException {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElseThrow();
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
  }

  private final Path data;
  private final Map<String, Map<Integer, Map<String, Reading>>> readings = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private String token;
  private String member;
  private String company;
  private String person;

  private Bench(Path data) {
    this.data = data;
  }

  public static void main(String[] arguments) throws Exception {
    var data = Files.createTempDirectory("tangram-bench");
    new Bench(data).run();
  }

  private void run() throws Exception {
    try (var first = startTangram()) {
      signIn(first);
      publish(first);
      fill();
      notes.add("RSS after start and filling: " + first.memory() + " MB");
    }
    var again = System.nanoTime();
    try (var tangram = startTangram()) {
      notes.add(0, "First answer on an existing folder: %.1f s".formatted((System.nanoTime() - again) / 1e9));
      notes.add(1, "RSS after start, before any load: " + tangram.memory() + " MB");
      signIn(tangram);
      try (var floor = startFloor()) {
        measureAll(tangram, floor);
      }
      notes.add("RSS under load: " + tangram.memory() + " MB");
    }
    write();
  }

  // ---- servers

  private Server startTangram() throws Exception {
    var port = freePort();
    return start(
        port,
        "/q/health/ready",
        ROOT.resolve("ui/target/quarkus-app/quarkus-run.jar"),
        Map.of(
            "TANGRAM_DATA", data.toString(),
            "TANGRAM_ADMIN_PASSWORD", "bench-password-1",
            "TANGRAM_DEMO", "true",
            "QUARKUS_HTTP_HOST", "127.0.0.1",
            "QUARKUS_HTTP_PORT", "" + port));
  }

  private Server startFloor() throws Exception {
    var port = freePort();
    var address = address();
    return start(
        port,
        "/floor/page/r1/s1",
        BENCH.resolve("floor/target/quarkus-app/quarkus-run.jar"),
        Map.of(
            "QUARKUS_DATASOURCE_JDBC_URL", address[0],
            "QUARKUS_DATASOURCE_USERNAME", address[1],
            "QUARKUS_DATASOURCE_PASSWORD", address[2],
            "QUARKUS_HTTP_PORT", "" + port));
  }

  private Server start(int port, String ready, Path jar, Map<String, String> environment) throws Exception {
    var builder = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-jar", jar.toString());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(data.resolve(jar.getName(jar.getNameCount() - 4) + ".log").toFile());
    var server = new Server(builder.start(), port);
    var until = System.nanoTime() + 120_000_000_000L;
    while (System.nanoTime() < until) {
      try {
        var answer = HTTP.send(HttpRequest.newBuilder(URI.create(server.url(ready))).build(), BodyHandlers.ofString());
        if (answer.statusCode() == 200) {
          return server;
        }
      } catch (IOException e) {
        if (!server.process().isAlive()) {
          throw new IllegalStateException(jar + " ended, see " + data, e);
        }
      }
      Thread.sleep(50);
    }
    server.close();
    throw new IllegalStateException(jar + " did not answer in two minutes, see " + data);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** JDBC URL, user and password of the PostgreSQL inside the product's data folder. */
  private String[] address() throws IOException {
    var folder = data.resolve("postgres");
    var port = Files.readString(folder.resolve("port")).strip();
    return new String[] {
      "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "tangram", Files.readString(folder.resolve("password")).strip()
    };
  }

  // ---- preparation

  private void signIn(Server tangram) throws Exception {
    token = login(tangram, "admin");
    member = login(tangram, "staff");
    var me = call(tangram, "GET", "/api/me", member, null);
    person = me.path("id").asText();
    company = me.path("company").asText();
  }

  private String login(Server tangram, String name) throws Exception {
    var body = JSON.createObjectNode().put("username", name).put("password", "bench-password-1");
    return "Bearer " + call(tangram, "POST", "/api/auth/login", null, body.toString()).path("token").asText();
  }

  private void publish(Server tangram) throws Exception {
    call(tangram, "POST", "/api/apps", token, "{\"key\":\"bench\",\"label\":\"压测\"}");
    call(tangram, "POST", "/api/apps/bench/draft", token, Files.readString(BENCH.resolve("design.json")));
    call(tangram, "POST", "/api/apps/bench/publish", token, "{}");
    call(
        tangram,
        "PUT",
        "/api/apps/bench/roles/member/members",
        token,
        "[{\"kind\":\"person\",\"id\":\"" + person + "\"}]");
  }

  private JsonNode call(Server server, String method, String path, String as, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(server.url(path)))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    if (as != null) {
      request.header("Authorization", as);
    }
    var answer = HTTP.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body().isEmpty() ? "null" : answer.body());
  }

  /** A million rows over 8 regions × 5 states; every other one belongs to the member's company. */
  private void fill() throws Exception {
    var address = address();
    try (var db = DriverManager.getConnection(address[0], address[1], address[2]);
        var statement = db.createStatement()) {
      for (var sql : Files.readString(BENCH.resolve("fill.sql")).split(";\\s*\n")) {
        statement.execute(sql.replace(":rows", "" + ROWS).replace(":company", company).replace(":person", person));
      }
    }
    var ids =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "00000000-0000-7000-8000-%012x".formatted(2L * ((i * 7919L) % (ROWS / 2)) + 2))
            .collect(Collectors.joining("\n", "", "\n"));
    Files.writeString(data.resolve("ids"), ids);
  }

  // ---- measuring

  private void measureAll(Server tangram, Server floor) throws Exception {
    var ids = data.resolve("ids").toString();
    var records = "/api/apps/bench/tables/deal/records";
    for (var connections : List.of(1, 16)) {
      raw("get by id", "get.sql", connections);
      http("get by id", "floor", floor, connections, "get.lua", ids, "/floor/", "");
      http("get by id", "Tangram", tangram, connections, "get.lua", ids, records + "/", member);
      raw("page of 50", "page.sql", connections);
      http("page of 50", "floor", floor, connections, "page.lua", "/floor/page/", "", "get");
      http("page of 50", "Tangram", tangram, connections, "page.lua", records + "/query", member, "post");
      raw("create one", "create.sql", connections);
      http("create one", "floor", floor, connections, "create.lua", "/floor", "");
      http("create one", "Tangram", tangram, connections, "create.lua", records, member);
    }
  }

  private void raw(String work, String script, int connections) throws Exception {
    var address = address();
    var sql = Files.readString(BENCH.resolve("raw/" + script)).replace(":company", company).replace(":person", person);
    var file = Files.writeString(data.resolve(script), sql.replace(":rows", "" + ROWS));
    var uri = URI.create(address[0].substring("jdbc:".length()));
    var command =
        List.of(
            "pgbench", "-n", "-M", "prepared", "-c", "" + connections, "-j", "1", "-T", "" + SECONDS, "-h", "127.0.0.1",
            "-p", "" + uri.getPort(), "-U", address[1], "-f", file.toString(), "--log", "--log-prefix=" + data.resolve("pgbench"),
            uri.getPath().substring(1));
    var output = output(command, Map.of("PGPASSWORD", address[2]));
    var latencies = latencies();
    put(work, connections, "raw", new Reading(
        number(output, "tps = ([0-9.]+)"), latencies[latencies.length / 2], latencies[latencies.length * 99 / 100], Double.NaN));
  }

  /** pgbench writes a line per transaction; the third word is its time in microseconds. */
  private double[] latencies() throws IOException {
    try (var files = Files.list(data)) {
      var logs = files.filter(f -> f.getFileName().toString().startsWith("pgbench.")).toList();
      var all = new ArrayList<Double>();
      for (var log : logs) {
        for (var line : Files.readAllLines(log)) {
          all.add(Double.parseDouble(line.split(" ")[2]) / 1000);
        }
        Files.delete(log);
      }
      return all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
  }

  private void http(String work, String side, Server server, int connections, String script, String... arguments)
      throws Exception {
    wrk(server, connections, WARM_UP, script, arguments);
    var before = server.cpu();
    var output = wrk(server, connections, SECONDS, script, arguments);
    if (output.contains("Non-2xx")) {
      throw new IllegalStateException(work + " of " + side + " was refused:\n" + output);
    }
    var requests = number(output, "(\\d+) requests in");
    put(work, connections, side, new Reading(
        number(output, "Requests/sec:\\s+([0-9.]+)"),
        milliseconds(output, "50%"), milliseconds(output, "99%"), (server.cpu() - before) / requests));
  }

  private String wrk(Server server, int connections, int seconds, String script, String... arguments) throws Exception {
    var command = new ArrayList<String>(List.of("wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "--latency"));
    command.addAll(List.of("-s", BENCH.resolve("wrk/" + script).toString(), server.url("/"), "--"));
    command.addAll(List.of(arguments));
    return output(command, Map.of());
  }

  private static String output(List<String> command, Map<String, String> environment) throws Exception {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command.get(0) + " failed:\n" + output);
    }
    return output;
  }

  private static double number(String text, String pattern) {
    var found = Pattern.compile(pattern).matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("no " + pattern + " in\n" + text);
    }
    return Double.parseDouble(found.group(1));
  }

  private static double milliseconds(String text, String percentile) {
    var found = Pattern.compile("\\s" + percentile + "\\s+([0-9.]+)(us|ms|s)").matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("no " + percentile + " in\n" + text);
    }
    var value = Double.parseDouble(found.group(1));
    return switch (found.group(2)) {
      case "us" -> value / 1000;
      case "ms" -> value;
      default -> value * 1000;
    };
  }

  private void put(String work, int connections, String side, Reading reading) {
    readings
        .computeIfAbsent(work, w -> new LinkedHashMap<>())
        .computeIfAbsent(connections, c -> new LinkedHashMap<>())
        .put(side, reading);
    System.err.printf(Locale.ROOT, "%s, %d connections, %s: %.0f/s%n", work, connections, side, reading.rate());
  }

  // ---- the table

  private void write() throws IOException {
    var table = new StringBuilder();
    table.append("Measured ").append(LocalDate.now()).append(" on ").append(machine()).append(", ")
        .append(String.format(Locale.ROOT, "%,d", ROWS)).append(" rows × 12 columns, as an ordinary member whose row rule is \"my company\".\n\n");
    table.append("| work | connections | side | requests/s | p50 ms | p99 ms | server CPU ms/request | ratio to raw | ratio to floor |\n");
    table.append("|---|---|---|---|---|---|---|---|---|\n");
    readings.forEach((work, byConnections) -> byConnections.forEach((connections, sides) -> sides.forEach((side, r) ->
        table.append(row(work, connections, side, r, sides)))));
    notes.forEach(note -> table.append("\n- ").append(note));
    var readme = BENCH.resolve("README.md");
    var text = Files.readString(readme);
    var from = text.indexOf("<!-- table -->") + "<!-- table -->".length();
    Files.writeString(readme, text.substring(0, from) + "\n" + table + "\n" + text.substring(text.indexOf("<!-- end -->")));
    System.out.println(table);
  }

  private static String row(String work, int connections, String side, Reading r, Map<String, Reading> sides) {
    return String.format(
        Locale.ROOT, "| %s | %d | %s | %,.0f | %.2f | %.2f | %s | %.2f | %s |%n",
        work, connections, side, r.rate(), r.p50(), r.p99(), Double.isNaN(r.cpu()) ? "–" : "%.3f".formatted(r.cpu()),
        r.rate() / sides.get("raw").rate(),
        sides.containsKey("floor") ? "%.2f".formatted(r.rate() / sides.get("floor").rate()) : "–");
  }

  private static String machine() throws IOException {
    var cpu = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 2))
        .findFirst()
        .orElse("unknown processor");
    return Runtime.getRuntime().availableProcessors() + " cores (" + cpu + "), load generator and servers on the same cores";
  }
}
