import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.UserTask;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * One approval (a form is sent in, its one task is found and approved; three requests) over HTTP, beside the
 * same BPMN (start, user task, end; start and complete) through Flowable's Java API on the same PostgreSQL.
 *
 * <p>Needs a running product with the demo's people: {@code java -Durl=http://127.0.0.1:8080 -Djdbc=jdbc:postgresql://…
 * -Duser=… -Dpassword=… -Dadmin=<the administrator's password> benchmarks/Approvals.java}, with the product's jars
 * on the class path. {@code -Dseconds}, {@code -Dclients=1,16}.
 */
public final class Approvals {
  private static final int SECONDS = Integer.getInteger("seconds", 10);
  private static final String CLIENTS = System.getProperty("clients", "1,16");
  private static final String JDBC = System.getProperty("jdbc");
  private static final String URL = System.getProperty("url", "http://127.0.0.1:8080");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final String DESIGN =
      """
      { "put": {
        "tables/ask.json": { "format": "table/1", "label": "申请", "title": "reason",
          "fields": [
            { "key": "reason", "label": "事由", "type": "text", "required": true },
            { "key": "days", "label": "天数", "type": "number", "scale": 1 } ],
          "lifecycle": { "states": [
            { "key": "asked", "label": "审批中" }, { "key": "valid", "label": "已生效", "locks": "*" } ] } },
        "forms/ask.json": { "format": "form/1", "label": "申请", "table": "ask", "layout": ["reason", "days"] },
        "roles/all.json": { "format": "role/1", "label": "全员", "members": { "unit": "organisation" },
          "grants": [{ "key": "own", "table": "ask", "may": ["read", "create", "update"], "rows": "mine" }] },
        "processes/ask.json": { "format": "process/1", "label": "审批", "table": "ask",
          "starts": [{ "key": "sent", "on": "submit" }], "results": { "approved": "valid" },
          "nodes": [
            { "id": "begin", "type": "start" },
            { "id": "decide", "type": "approve", "settings": { "who": [{ "field": "owner" }] } },
            { "id": "yes", "type": "end" } ],
          "flows": [
            { "id": "f1", "from": "begin", "to": "decide" }, { "id": "f2", "from": "decide", "to": "yes" } ] } } }""";

  private Approvals() {}

  public static void main(String[] arguments) throws Exception {
    var app = "approvals_" + Long.toString(System.currentTimeMillis(), 36);
    var admin = login("admin");
    call("POST", "/api/apps", admin, "{\"key\":\"" + app + "\",\"label\":\"压测\"}");
    call("POST", "/api/apps/" + app + "/draft", admin, DESIGN);
    call("POST", "/api/apps/" + app + "/publish", admin, "{}");
    var staff = login("staff");
    var plain = engine("bench_engine", HistoryLevel.NONE);
    var audit = engine("bench_engine_audit", HistoryLevel.AUDIT);
    System.out.println("| approvals/s | HTTP | Flowable's API, no history | audit history | HTTP to no history |");
    System.out.println("| --- | --- | --- | --- | --- |");
    for (var clients : CLIENTS.split(",")) {
      var threads = Integer.parseInt(clients.strip());
      Callable<?> http = () -> approve(app, staff);
      rate(threads, http);
      var overHttp = rate(threads, http);
      rate(threads, () -> complete(plain));
      var bare = rate(threads, () -> complete(plain));
      var audited = rate(threads, () -> complete(audit));
      System.out.printf(
          Locale.ROOT,
          "| %d clients | %.0f | %.0f | %.0f | %.2f |%n",
          threads, overHttp, bare, audited, overHttp / bare);
    }
    plain.close();
    audit.close();
  }

  // ---- one approval

  private static Object approve(String app, String as) throws Exception {
    var sent =
        call("POST", "/api/apps/" + app + "/forms/ask/submissions", as, "{\"values\":{\"reason\":\"x\",\"days\":\"2\"}}");
    var record = sent.path("record").path("id").asText();
    var walked = call("GET", "/api/apps/" + app + "/tables/ask/records/" + record + "/timeline", as, null);
    for (var line : walked.at("/instances/0/timeline")) {
      if (line.path("act").asText().equals("waiting")) {
        return call("POST", "/api/tasks/" + line.path("id").asText() + "/approve", as, "{\"comment\":\"ok\"}");
      }
    }
    throw new IllegalStateException("no task for " + record);
  }

  private static Object complete(ProcessEngine engine) {
    var instance = engine.getRuntimeService().startProcessInstanceByKey("ask");
    var tasks = engine.getTaskService();
    tasks.complete(tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult().getId());
    return instance;
  }

  /** How often a second this many clients at once get it done. */
  private static double rate(int clients, Callable<?> work) throws Exception {
    var threads = Executors.newFixedThreadPool(clients);
    var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    var begun = System.nanoTime();
    List<Callable<Long>> loops = new ArrayList<>();
    for (var client = 0; client < clients; client++) {
      loops.add(
          () -> {
            var done = 0L;
            while (System.nanoTime() < end) {
              work.call();
              done++;
            }
            return done;
          });
    }
    var all = 0L;
    for (var loop : threads.invokeAll(loops)) {
      all += loop.get();
    }
    threads.shutdown();
    return all * 1e9 / (System.nanoTime() - begun);
  }

  // ---- the two sides

  private static ProcessEngine engine(String schema, HistoryLevel history) throws Exception {
    try (var db = DriverManager.getConnection(JDBC, System.getProperty("user"), System.getProperty("password"));
        var statement = db.createStatement()) {
      statement.execute("drop schema if exists " + schema + " cascade");
      statement.execute("create schema " + schema);
    }
    var configuration = new StandaloneProcessEngineConfiguration();
    configuration.setEngineName(schema);
    configuration.setJdbcDriver("org.postgresql.Driver");
    configuration.setJdbcUrl(JDBC + (JDBC.contains("?") ? "&" : "?") + "currentSchema=" + schema);
    configuration.setJdbcUsername(System.getProperty("user"));
    configuration.setJdbcPassword(System.getProperty("password"));
    configuration.setJdbcMaxActiveConnections(20);
    configuration.setJdbcMaxIdleConnections(20);
    configuration.setDatabaseSchema(schema);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setDisableIdmEngine(true);
    configuration.setDisableEventRegistry(true);
    configuration.setAsyncExecutorActivate(false);
    configuration.setHistoryLevel(history);
    var engine = configuration.buildProcessEngine();
    engine.getRepositoryService().createDeployment().addBpmnModel("ask.bpmn20.xml", chain()).deploy();
    return engine;
  }

  private static BpmnModel chain() {
    var process = new Process();
    process.setId("ask");
    process.setExecutable(true);
    add(process, new StartEvent(), "begin");
    add(process, new UserTask(), "decide");
    add(process, new EndEvent(), "yes");
    process.addFlowElement(new SequenceFlow("begin", "decide"));
    process.addFlowElement(new SequenceFlow("decide", "yes"));
    var model = new BpmnModel();
    model.addProcess(process);
    return model;
  }

  private static void add(Process process, FlowElement element, String id) {
    element.setId(id);
    process.addFlowElement(element);
  }

  private static String login(String name) throws Exception {
    var body = JSON.createObjectNode().put("username", name).put("password", System.getProperty("admin"));
    return "Bearer " + call("POST", "/api/auth/login", null, body.toString()).path("token").asText();
  }

  private static JsonNode call(String method, String path, String as, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(URL + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    if (as != null) {
      request.header("Authorization", as);
    }
    var answer = HTTP.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
