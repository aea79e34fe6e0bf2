package io.tangram.floor;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What the same work costs with nothing around it: a bare resource, plain JDBC, JSON by hand, nobody signed in. The
 * product is measured against it; it is never shipped.
 */
@Path("/floor")
@Produces("application/json")
public class Floor {
  private static final String COLUMNS =
      "_id,_version,_owner,_company,_created_at,_updated_at,name,code,amount,quantity,region,status,due,note,phone,score,active,area";
  private static final String GET = "select " + COLUMNS + " from app_bench.deal where _id = ? and _deleted_at is null";
  private static final String PAGE =
      "select " + COLUMNS + " from app_bench.deal where region = ? and status = ? and _deleted_at is null"
          + " order by amount desc nulls last, _id desc limit 50";
  private static final String INSERT =
      "insert into app_bench.deal (_id,_version,_owner,_company,_created_at,_updated_at,name,code,amount,region,status)"
          + " values (?,1,?,?,now(),now(),?,?,?,?,?)";
  private static final String HISTORY =
      "insert into floor_history (record, kind, changes, at) values (?, 'created', ?::jsonb, now())";

  @Inject DataSource database;

  @GET
  @Path("/{id}")
  public String get(@PathParam("id") UUID id) throws SQLException {
    try (var connection = database.getConnection(); var query = connection.prepareStatement(GET)) {
      query.setObject(1, id);
      return rows(query);
    }
  }

  @GET
  @Path("/page/{region}/{status}")
  public String page(@PathParam("region") String region, @PathParam("status") String status) throws SQLException {
    try (var connection = database.getConnection(); var query = connection.prepareStatement(PAGE)) {
      query.setString(1, region);
      query.setString(2, status);
      return rows(query);
    }
  }

  @POST
  @Consumes("application/json")
  public String create(String body) throws SQLException {
    var id = UUID.randomUUID();
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (var insert = connection.prepareStatement(INSERT); var history = connection.prepareStatement(HISTORY)) {
        Object[] values = {id, id, id, "name", "code", new java.math.BigDecimal("12.50"), "r1", "s1"};
        for (var i = 0; i < values.length; i++) {
          insert.setObject(i + 1, values[i]);
        }
        insert.executeUpdate();
        history.setObject(1, id);
        history.setString(2, body);
        history.executeUpdate();
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
    return "{\"id\":\"" + id + "\"}";
  }

  private static String rows(PreparedStatement query) throws SQLException {
    var json = new StringBuilder(4096).append('[');
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        json.append(json.length() == 1 ? "{" : ",{");
        for (var i = 1; i <= 18; i++) {
          json.append(i == 1 ? "\"c" : ",\"c").append(i).append("\":\"").append(row.getString(i)).append('"');
        }
        json.append('}');
      }
    }
    return json.append(']').toString();
  }
}
