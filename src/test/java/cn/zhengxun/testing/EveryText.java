package cn.zhengxun.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.sql.DataSource;

/** Looks for texts in every column of every table there is, the engine's as well, and within files, zipped ones too. */
public class EveryText {
    private final DataSource database;

    public EveryText(DataSource database) {
        this.database = database;
    }

    /** @return for each place where one of the texts stands: table.column: text */
    public Set<String> holding(Collection<String> texts) {
        Set<String> found = new TreeSet<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    while (rows.next()) {
                        look(rows, table, texts, found);
                    }
                }
            }
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT table_name FROM information_schema.tables
                        WHERE LOWER(table_schema) = 'public' AND table_type LIKE '%TABLE%'
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        tables.removeIf(table -> table.equals("flyway_schema_history"));
        if (tables.size() < 80) {
            throw new AssertionError("the database's tables were not found: " + tables);
        }
        return tables;
    }

    private static void look(ResultSet row, String table, Collection<String> texts, Set<String> found)
            throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            boolean bytes = switch (columns.getColumnType(i)) {
                case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> true;
                default -> false;
            };
            List<String> read = bytes ? contents(row.getBytes(i)) : java.util.Arrays.asList(row.getString(i));
            for (String content : read) {
                for (String text : texts) {
                    if (content != null && content.contains(text)) {
                        found.add((table + "." + columns.getColumnLabel(i)).toLowerCase() + ": " + text);
                    }
                }
            }
        }
    }

    /** What a file says: itself, and what is packed in it, however deep. */
    public static List<String> contents(byte[] file) {
        List<String> contents = new ArrayList<>();
        if (file != null) {
            contents.add(new String(file, StandardCharsets.UTF_8));
            if (file.length > 3 && file[0] == 'P' && file[1] == 'K') {
                unpack(file, contents);
            }
        }
        return contents;
    }

    /** By the list at the file's end, as office programs read it; the stream would stumble over their large entries. */
    private static void unpack(byte[] file, List<String> contents) {
        try {
            Path copy = Files.createTempFile("searched", ".zip");
            Files.write(copy, file);
            try (ZipFile zip = new ZipFile(copy.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    contents.add(entry.getName());
                    contents.addAll(contents(zip.getInputStream(entry).readAllBytes()));
                }
            } finally {
                Files.delete(copy);
            }
        } catch (ZipException notZipped) {
            contents.add("begins like a zip file and is none");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
