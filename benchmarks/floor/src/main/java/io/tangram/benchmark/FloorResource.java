package io.tangram.benchmark;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** The least that such a server can do over the product's own table: no sign-in, no rules, no model. */
@Path("/floor")
@Produces("application/json")
public class FloorResource {
  private static final String COLUMNS =
      "_id, _version, _company, _owner, _created_at, title, customer, region, amount, cost, quantity,"
          + " discount, opened, due, urgent, seller, remark";
  private static final String GET = "select " + COLUMNS + " from app_bench.deal where _id = ?";
  private static final String PAGE =
      "select " + COLUMNS + " from app_bench.deal where region = ? and amount >= ? and"
          + " _deleted_at is null order by opened desc nulls last, _id desc limit 50";
  private static final String CREATE =
      "with made as (insert into app_bench.deal (_id, _version, _created_at, _updated_at, title, region,"
          + " amount) values (?, 1, now(), now(), ?, ?, ?) returning _id) insert into history (app,"
          + " table_key, record, version, kind, changes, cause, at) select 'bench', 'deal', _id, 1,"
          + " 'created', ?::jsonb, 'person', now() from made";
  private final DataSource source;

  FloorResource(DataSource source) {
    this.source = source;
  }

  @GET
  @Path("{id}")
  public String get(@PathParam("id") UUID id) throws SQLException {
    return query(GET, id);
  }

  @GET
  @Path("page/{region}/{amount}")
  public String page(@PathParam("region") String region, @PathParam("amount") long amount)
      throws SQLException {
    return query(PAGE, region, amount);
  }

  @POST
  @Path("{id}")
  public String create(@PathParam("id") UUID id, String body) throws SQLException {
    try (Connection db = source.getConnection();
        PreparedStatement insert = db.prepareStatement(CREATE)) {
      bind(insert, id, "title", "north", 125, body).executeUpdate();
      return "{\"id\":\"" + id + "\"}";
    }
  }

  private String query(String sql, Object... values) throws SQLException {
    try (Connection db = source.getConnection();
        PreparedStatement select = db.prepareStatement(sql);
        ResultSet rows = bind(select, values).executeQuery()) {
      var json = new StringBuilder(1 << 13).append('[');
      var columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        json.append(json.length() == 1 ? "{" : ",{");
        for (var i = 1; i <= columns; i++) {
          json.append(i == 1 ? "\"" : ",\"").append(rows.getMetaData().getColumnName(i)).append("\":");
          write(json, rows.getString(i));
        }
        json.append('}');
      }
      return json.append(']').toString();
    }
  }

  private static PreparedStatement bind(PreparedStatement statement, Object... values)
      throws SQLException {
    for (var i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private static void write(StringBuilder json, String value) {
    if (value == null) {
      json.append("null");
    } else {
      json.append('"').append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
  }
}
