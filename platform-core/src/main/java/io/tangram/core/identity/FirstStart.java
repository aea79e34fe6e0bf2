package io.tangram.core.identity;

import static org.jooq.impl.DSL.val;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.tangram.core.organisation.Beginning;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jooq.DSLContext;

/**
 * Sees to it that somebody can sign in: the first administrator, and the demo's people if wanted.
 * There is no default password; one that is not given is made. What is there already stays as it
 * is.
 */
@Singleton
public class FirstStart {
  static final String ADMIN = "admin";

  /** Any number, the same on all nodes: several may start at once. */
  private static final long LOCK = 0x7a6e6772616d31L;

  private final DSLContext db;
  private final Beginning beginning;
  private final Credentials credentials;
  private final DemoSignIns demo;
  private final Optional<String> given;
  private final boolean demoWanted;
  private volatile FirstSignIn signIn = new FirstSignIn(ADMIN, Optional.empty());

  @Inject
  FirstStart(
      DSLContext db,
      Beginning beginning,
      Credentials credentials,
      DemoSignIns demo,
      @ConfigProperty(name = "tangram.admin.password") Optional<String> given,
      @ConfigProperty(name = "tangram.demo", defaultValue = "false") boolean demoWanted) {
    this.db = db;
    this.beginning = beginning;
    this.credentials = credentials;
    this.demo = demo;
    this.given = given;
    this.demoWanted = demoWanted;
  }

  /** Early, so that whatever else begins at the start finds an organisation. */
  public void begin(@Observes @Priority(100) StartupEvent started) {
    QuarkusTransaction.requiringNew().run(this::fill);
  }

  public FirstSignIn signIn() {
    return signIn;
  }

  private void fill() {
    db.resultQuery("select pg_advisory_xact_lock({0})", val(LOCK)).fetch();
    beginning.admin(ADMIN).ifPresent(this::welcome);
    if (demoWanted) {
      demo.fill(ADMIN);
    }
  }

  private void welcome(java.util.UUID admin) {
    var password = given.filter(p -> !p.isEmpty()).orElseGet(Tokens::password);
    credentials.set(admin, password, Optional.empty());
    signIn = new FirstSignIn(ADMIN, given.isPresent() ? Optional.empty() : Optional.of(password));
  }
}
