package cn.zhengxun.directory;

import cn.zhengxun.kernel.InvalidCommand;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The informant form as it was typed, so that a fault loses nothing; a box that is not ticked is not sent. tags: 家族:名称 of those ticked; newTags: the same, one a line. */
record InformantForm(
        String name,
        String phone,
        String email,
        Long station,
        String ageBand,
        String occupation,
        Boolean profilingRefused,
        Boolean active,
        String joinedOn,
        String termEndsOn,
        PreferredChannel channel,
        Set<String> tags,
        String newTags) {
    InformantForm {
        profilingRefused = Boolean.TRUE.equals(profilingRefused);
        active = Boolean.TRUE.equals(active);
        channel = channel == null ? PreferredChannel.MAIL : channel;
        tags = tags == null ? Set.of() : tags;
    }

    static InformantForm blank(LocalDate today) {
        return new InformantForm(
                "", "", "", null, "", "", false, true, today.toString(), "", PreferredChannel.MAIL, Set.of(), "");
    }

    /** @param tags the informant's, with their families */
    static InformantForm of(Informant informant, Set<String> tags) {
        return new InformantForm(
                informant.name(),
                informant.phone(),
                informant.email(),
                informant.station() == null ? null : informant.station().value(),
                informant.ageBand(),
                informant.occupation(),
                informant.profilingRefused(),
                informant.active(),
                informant.joinedOn().toString(),
                informant.termEndsOn() == null ? "" : informant.termEndsOn().toString(),
                informant.channel(),
                tags,
                "");
    }

    /** @throws cn.zhengxun.kernel.RuleViolation */
    InformantDetails details() {
        Set<Tag> all = new LinkedHashSet<>();
        tags.forEach(tag -> all.add(Tag.parse(tag)));
        if (newTags != null) {
            Arrays.stream(newTags.split("[\\n,，;；]"))
                    .filter(line -> !line.isBlank())
                    .forEach(line -> all.add(Tag.parse(line).requireKnownFamily()));
        }
        return new InformantDetails(
                name,
                phone,
                email,
                station == null ? null : new StationId(station),
                ageBand,
                occupation,
                profilingRefused,
                date("joinedOn", joinedOn),
                date("termEndsOn", termEndsOn),
                channel,
                all);
    }

    static LocalDate date(String field, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException unreadable) {
            throw new InvalidCommand(List.of(new InvalidCommand.Fault(field, "日期请写成年-月-日，例如 2026-03-01。")));
        }
    }
}
