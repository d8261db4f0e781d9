package plantrail.platform.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Actor;

/** Keeps files in the database. Read in pieces: never is a whole file in memory. */
@Component
class PostgresAttachments implements AttachmentStore {
  private static final int PIECE = 1024 * 1024;

  private final JdbcTemplate statements;
  private final JdbcClient jdbc;

  PostgresAttachments(JdbcTemplate statements, JdbcClient jdbc) {
    this.statements = statements;
    this.jdbc = jdbc;
  }

  @Override
  public void keep(Kept file, InputStream content, Actor by) {
    statements.update(
        """
        insert into attachment.file (hash, type, size, kept_by, agency, content)
        values (?, ?, ?, ?, ?, ?) on conflict (hash) do nothing
        """,
        statement -> {
          statement.setString(1, file.hash());
          statement.setString(2, file.type());
          statement.setLong(3, file.size());
          statement.setString(4, by.person());
          statement.setString(5, by.agency());
          statement.setBinaryStream(6, content, file.size());
        });
    if (by.agency() != null) {
      jdbc.sql(
              """
              insert into attachment.upload (hash, agency, uploaded_by) values (?, ?, ?)
              on conflict (hash, agency) do nothing
              """)
          .params(file.hash(), by.agency(), by.person())
          .update();
    }
  }

  @Override
  public Optional<Kept> find(String hash) {
    return jdbc.sql("select hash, type, size from attachment.file where hash = ?")
        .param(hash)
        .query(PostgresAttachments::kept)
        .optional();
  }

  @Override
  public Optional<Kept> uploaded(String hash, String agency) {
    return jdbc.sql(
            """
            select f.hash, f.type, f.size from attachment.file f
              join attachment.upload u on u.hash = f.hash
             where u.hash = ? and u.agency = ?
            """)
        .params(hash, agency)
        .query(PostgresAttachments::kept)
        .optional();
  }

  private static Kept kept(ResultSet row, int number) throws SQLException {
    return new Kept(row.getString("hash"), row.getString("type"), row.getLong("size"));
  }

  @Override
  public void write(Kept file, OutputStream to) throws IOException {
    for (long from = 1; from <= file.size(); from += PIECE) {
      to.write(
          jdbc.sql("select substring(content from ? for ?) from attachment.file where hash = ?")
              .params((int) from, PIECE, file.hash())
              .query(byte[].class)
              .single());
    }
  }
}
