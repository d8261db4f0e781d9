package plantrail.platform.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
  }

  @Override
  public Optional<Kept> find(String hash) {
    return jdbc.sql("select hash, type, size from attachment.file where hash = ?")
        .param(hash)
        .query((row, number) ->
            new Kept(row.getString("hash"), row.getString("type"), row.getLong("size")))
        .optional();
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
