package cn.zhengxun.directory;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.sheet.WaitingFile;
import cn.zhengxun.testing.OnPostgres;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a file of 10,000 informants costs, beside a plain batch insert of as many rows in the same run;
 * bench/directory.sh runs it, {@code mvn verify} does not.
 */
@OnPostgres
class InformantImportsBench {
    private static final int PEOPLE = 10_000;

    @Autowired
    private InformantImports imports;

    @Autowired
    private InformantExport informants;

    @Autowired
    private Duplicates duplicates;

    @Autowired
    private JdbcTemplate db;

    private final String unique = UUID.randomUUID()
            .toString()
            .replaceAll("[^0-9]", "")
            .concat("000000")
            .substring(0, 6);

    @Test
    void ten_thousand_people_in_and_out() throws Exception {
        SheetFile sheet = SheetFile.headed();
        for (int n = 0; n < PEOPLE; n++) {
            sheet.row(
                    "人" + n,
                    "%s%05d".formatted(unique, n),
                    "p%d-%s@example.com".formatted(n, unique),
                    null,
                    "45—59岁",
                    "店主",
                    "行业:餐饮、身份:个体户",
                    "邮件",
                    "2026-03-01",
                    "2029-02-28",
                    "否",
                    "是");
        }
        byte[] file = sheet.bytes();
        String first = measure("preview of 10,000 new people", () -> preview(file));
        WaitingFile done =
                measure("import of 10,000 new people", () -> imports.confirm(new ConfirmImport(first, false)));
        assertThat(done.added()).isEqualTo(PEOPLE);
        String again = measure("preview of the same file again", () -> preview(file));
        assertThat(imports.find(again).unchanged()).isEqualTo(PEOPLE);
        measure("export of everybody", () -> informants.export(new ExportInformants()).length);
        measure(
                "search for people who are there twice",
                () -> duplicates.pairs().size());
        db.execute("CREATE TABLE bench_informant (name VARCHAR(60), phone VARCHAR(30), email VARCHAR(200))");
        List<Object[]> rows = IntStream.range(0, PEOPLE)
                .mapToObj(n -> new Object[] {"人" + n, unique + n, "p" + n + "@example.com"})
                .toList();
        measure(
                "yardstick: plain batch insert of 10,000 rows of three columns",
                () -> db.batchUpdate("INSERT INTO bench_informant (name, phone, email) VALUES (?, ?, ?)", rows).length);
        db.execute("DROP TABLE bench_informant");
    }

    private String preview(byte[] file) {
        return imports.preview(new PreviewImport("名单.xlsx", file));
    }

    private static <T> T measure(String what, Callable<T> work) throws Exception {
        long start = System.nanoTime();
        T result = work.call();
        System.out.printf("BENCH | %s | %d |%n", what, (System.nanoTime() - start) / 1_000_000);
        return result;
    }
}
