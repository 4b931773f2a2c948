package cn.zhengxun.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayFilesTest {
    @TempDir
    Path folder;

    @Test
    void the_operators_file_of_a_new_year_is_used_and_closes_the_gap() throws IOException {
        write("2027.json", "{'year':2027,'days':[{'date':'2027-01-01','off':true},{'date':'2027-01-03','off':false}]}");
        WorkingCalendar calendar = new WorkingCalendar(folder);

        assertThat(calendar.works(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(calendar.works(LocalDate.of(2027, 1, 3)))
                .as("Sunday, made up")
                .isTrue();
        assertThat(calendar.gap(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 2, 1))
                        .exists())
                .isFalse();
    }

    @Test
    void the_operators_file_stands_in_for_the_shipped_one_of_the_same_year() throws IOException {
        write("2026.json", "{'year':2026,'days':[{'date':'2026-01-01','off':true}]}");

        assertThat(new WorkingCalendar(folder).works(LocalDate.of(2026, 10, 1))).isTrue();
    }

    @Test
    void a_gap_names_the_years_the_files_and_the_folder() {
        HolidayGap gap = new WorkingCalendar(folder).gap(LocalDate.of(2026, 12, 1), LocalDate.of(2028, 1, 5));

        assertThat(gap.yearsChinese()).isEqualTo("2027年、2028年");
        assertThat(gap.files()).isEqualTo("2027.json、2028.json");
        assertThat(gap.folder()).isEqualTo(folder.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "holidays.json | {} | 四位年份",
                "2027.json | {'year':2026,'days':[]} | “year”应当是 2027",
                "2027.json | {'year':2027,'days':[]} | 没有放假的日子",
                "2027.json | {'year':2027,'days':[{'date':'2027-1-1','off':true}]} | 2027-1-1",
                "2027.json | {'year':2027,'days':[{'date':'2027-01-01'}]} | “off”",
                "2027.json | {'year':2027,'days':[{'date':'2029-01-01','off':true}]} | 不是 2027 年",
                "2027.json | {'year':2027,'days':[{'date':'2027-01-01','off':true},{'date':'2027-01-01','off':true}]} | 写了两次",
                "2027.json | {'year':2027,'days':[{'date':'2026-10-01','off':true}]} | 不是 2027 年",
                "2027.json | {'year':2027,'days':[ | JSON",
                "2027.json | {'year':2027,'days':[{'date':'2026-12-31','off':false},{'date':'2027-01-01','off':true}]} | ",
            })
    void a_faulty_file_stops_the_start_and_says_what_is_wrong(String name, String content, String complaint)
            throws IOException {
        write(name, content);
        if (complaint == null) {
            assertThat(new WorkingCalendar(folder).knows(2027)).isTrue();
        } else {
            assertThatThrownBy(() -> new WorkingCalendar(folder))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(name)
                    .hasMessageContaining(complaint);
        }
    }

    @Test
    void a_folder_that_is_not_there_stops_the_start() {
        assertThatThrownBy(() -> new WorkingCalendar(folder.resolve("none")))
                .hasMessageContaining("zhengxun.calendar.dir");
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content.replace('\'', '"'));
    }
}
