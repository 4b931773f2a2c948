package cn.zhengxun.suggestion.offline;

import cn.zhengxun.kernel.Sha256;
import cn.zhengxun.sheet.SheetRow;
import cn.zhengxun.suggestion.SubmitSuggestions;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What makes two rows one opinion: channel, station, day, name, clause and every word. A contact that was filled in later,
 * another kind or a consent make no other opinion; of people without a name the contact decides.
 */
final class OpinionFingerprint {
    private OpinionFingerprint() {}

    static String of(SheetRow<OpinionColumn> row, SubmitSuggestions command, LocalDate saidOn) {
        SubmitSuggestions.Item item = command.suggestions().get(0);
        String name = row.cell(OpinionColumn.NAME);
        String person = name == null ? "\n" + row.cell(OpinionColumn.CONTACT) : name;
        // each with its length before it, so that no two rows run together to the same text
        return Sha256.of(Stream.of(
                        command.channel(),
                        command.station() == null ? "" : command.station().value(),
                        saidOn,
                        person,
                        item.clause() == null ? "" : item.clause().value(),
                        item.original(),
                        Objects.requireNonNullElse(item.proposed(), ""),
                        Objects.requireNonNullElse(item.reason(), ""))
                .map(Object::toString)
                .map(text -> text.length() + ":" + text)
                .collect(Collectors.joining()));
    }
}
