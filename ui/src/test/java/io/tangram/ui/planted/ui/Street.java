package io.tangram.ui.planted.ui;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Planted: the upper room. */
public final class Street {
  /** Planted: a name that says nothing. */
  public static final class StreetManager {}

  /** Planted: a POST that does its work once more when it comes once more. */
  public static final class Twice {
    @POST
    public void send() {}
  }

  /** Planted: a resource that opens a transaction. */
  @Path("/planted")
  @Transactional
  public static final class StreetResource {
    @Transactional
    public void open() {}
  }
}
