package cn.zhengxun.directory;

import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.sheet.Finding;
import cn.zhengxun.sheet.RowReading;
import cn.zhengxun.sheet.SheetRow;
import cn.zhengxun.sheet.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the rows of one file with the directory as it is, row by row from above; changes nothing. */
final class ImportJudge {
    private static final Map<String, InformantColumn> COLUMN_OF_FIELD = Map.of(
            "name", InformantColumn.NAME,
            "phone", InformantColumn.PHONE,
            "email", InformantColumn.EMAIL,
            "ageBand", InformantColumn.AGE_BAND,
            "occupation", InformantColumn.OCCUPATION,
            "joinedOn", InformantColumn.JOINED,
            "termEndsOn", InformantColumn.TERM_ENDS);

    private final PeopleIndex people;
    private final Map<Long, Informant> known;
    private final Map<String, Station> stations;
    private final Map<StationId, String> stationNames;
    private final Map<String, String> tagFamilies;
    private final Map<Long, Integer> lineOf = new HashMap<>();
    private final Set<String> newTags = new LinkedHashSet<>();

    /** @param keys of everybody a row may mean; @param known the same people in full; @param tagFamilies by tag name */
    ImportJudge(
            Collection<PersonKeys> keys,
            Collection<Informant> known,
            Collection<Station> stations,
            Map<String, String> tagFamilies) {
        this.people = new PeopleIndex(keys);
        this.known = known.stream().collect(Collectors.toMap(one -> one.id().value(), one -> one));
        this.stations = stations.stream().collect(Collectors.toMap(Station::name, one -> one));
        this.stationNames = stations.stream().collect(Collectors.toMap(Station::id, Station::name));
        this.tagFamilies = new HashMap<>(tagFamilies);
    }

    List<JudgedRow> judge(List<SheetRow<InformantColumn>> rows) {
        return rows.stream().map(this::judge).toList();
    }

    /** 家族:名称 of tags that sound rows bring and the directory does not have, as far as they were judged. */
    Set<String> newTags() {
        return newTags;
    }

    private JudgedRow judge(SheetRow<InformantColumn> row) {
        RowReading<InformantColumn> cells = new RowReading<>(InformantColumn.TABLE, row);
        Station station = station(cells);
        PeopleIndex.Match match = new PeopleIndex.Match(null, null, null);
        PersonKeys keys = new PersonKeys(
                -row.line(),
                cells.text(InformantColumn.NAME),
                cells.text(InformantColumn.PHONE),
                cells.text(InformantColumn.EMAIL),
                station == null ? null : station.id().value());
        boolean stationClear = station != null || row.cell(InformantColumn.STATION) == null;
        if (keys.name() != null && (stationClear || keys.phone() != null || keys.email() != null)) {
            match = people.find(keys);
            if (match.fault() != null) {
                add(cells, match.fault());
            } else if (match.person() != null) {
                requireOnce(match.person().id(), cells);
            }
        }
        Informant before =
                match.person() == null ? null : known.get(match.person().id());
        Values values = new Values(cells, before, station);
        InformantDetails details = values.details();
        if (!cells.sound()) {
            return new JudgedRow(row, Verdict.FAULT, null, null, cells.faults(), null, false);
        }
        values.tags.stream().filter(tag -> !tagFamilies.containsKey(tag.name())).forEach(tag -> {
            tagFamilies.put(tag.name(), tag.family());
            newTags.add(tag.toString());
        });
        if (before == null) {
            people.add(keys);
            return new JudgedRow(row, Verdict.NEW, null, match.twin(), List.of(), details, values.active);
        }
        lineOf.put(before.id().value(), row.line());
        List<Finding> changes = changes(before, details, values.active);
        return new JudgedRow(
                row,
                changes.isEmpty() ? Verdict.UNCHANGED : Verdict.CHANGED,
                before.id(),
                null,
                changes,
                details,
                values.active);
    }

    private void requireOnce(long person, RowReading<InformantColumn> cells) {
        Integer line = person < 0 ? Integer.valueOf((int) -person) : lineOf.get(person);
        if (line != null) {
            cells.fault(InformantColumn.NAME, "与第" + line + "行是同一个人，请只留一行；不是同一个人的，请填写各自的手机。");
        }
    }

    private Station station(RowReading<InformantColumn> cells) {
        String name = cells.text(InformantColumn.STATION);
        Station station = name == null ? null : stations.get(name);
        if (name != null && station == null) {
            cells.fault(InformantColumn.STATION, "名录里没有这个站点，请写站点全名，或先登记站点。");
        }
        return station;
    }

    private List<Finding> changes(Informant before, InformantDetails details, boolean active) {
        Informant after = new Informant(
                before.id(),
                details.name(),
                details.phone(),
                details.email(),
                details.station(),
                details.ageBand(),
                details.occupation(),
                details.profilingRefused(),
                active,
                details.joinedOn(),
                details.termEndsOn(),
                details.channel(),
                before.mailFailure(),
                details.tags().stream().map(Tag::name).collect(Collectors.toSet()));
        List<Finding> changes = new ArrayList<>();
        for (InformantColumn column : InformantColumn.values()) {
            String then = said(column, before);
            String now = said(column, after);
            if (!then.equals(now)) {
                changes.add(Finding.in(column.heading(), now, (then.isEmpty() ? "（空）" : then) + " → " + now));
            }
        }
        return changes;
    }

    private String said(InformantColumn column, Informant person) {
        String value = InformantWorkbook.value(column, person, stationNames, tagFamilies);
        return value == null ? "" : value;
    }

    private static void add(RowReading<InformantColumn> cells, InvalidCommand.Fault fault) {
        cells.fault(COLUMN_OF_FIELD.getOrDefault(fault.field(), InformantColumn.NAME), fault.sentence());
    }

    /** The row's values; where a cell is empty, what is kept about the person holds. */
    private final class Values {
        private final RowReading<InformantColumn> cells;
        private final Informant before;
        private final Station station;
        private final Set<Tag> tags;
        private final boolean active;

        Values(RowReading<InformantColumn> cells, Informant before, Station station) {
            this.cells = cells;
            this.before = before;
            this.station = station;
            this.tags = tags();
            this.active = cells.yes(InformantColumn.ACTIVE, before == null || before.active());
        }

        /** Null where the row is faulty. */
        InformantDetails details() {
            LocalDate joined = day(InformantColumn.JOINED, before == null ? null : before.joinedOn());
            LocalDate termEnds = day(InformantColumn.TERM_ENDS, before == null ? null : before.termEndsOn());
            boolean refused = cells.yes(InformantColumn.REFUSES_PROFILING, before != null && before.profilingRefused());
            PreferredChannel channel = channel();
            StationId kept = before == null ? null : before.station();
            try {
                return new InformantDetails(
                        cells.text(InformantColumn.NAME),
                        text(InformantColumn.PHONE, before == null ? null : before.phone()),
                        text(InformantColumn.EMAIL, before == null ? null : before.email()),
                        station == null ? kept : station.id(),
                        text(InformantColumn.AGE_BAND, before == null ? null : before.ageBand()),
                        text(InformantColumn.OCCUPATION, before == null ? null : before.occupation()),
                        refused,
                        joined,
                        termEnds,
                        channel,
                        tags);
            } catch (InvalidCommand invalid) {
                invalid.faults().forEach(fault -> add(cells, fault));
                return null;
            }
        }

        private String text(InformantColumn column, String kept) {
            String text = cells.text(column);
            // written another way, the same number or address is no change
            boolean same = kept != null
                    && text != null
                    && (column == InformantColumn.PHONE && PersonKeys.phoneKey(text) != null
                            ? PersonKeys.phoneKey(text).equals(PersonKeys.phoneKey(kept))
                            : column == InformantColumn.EMAIL && text.equalsIgnoreCase(kept));
            return text == null || same ? kept : text;
        }

        private LocalDate day(InformantColumn column, LocalDate kept) {
            LocalDate day = cells.day(column);
            if (day != null && !Years.contain(day)) {
                cells.fault(column, "不是有效的日期，请写成年-月-日，例如 2026-03-01。");
            }
            return day == null ? kept : day;
        }

        private PreferredChannel channel() {
            String text = cells.text(InformantColumn.CHANNEL);
            if (text == null) {
                return before == null ? PreferredChannel.MAIL : before.channel();
            }
            Optional<PreferredChannel> channel = PreferredChannel.named(text);
            if (channel.isEmpty()) {
                cells.fault(InformantColumn.CHANNEL, "只能填“邮件”“短信或微信”或“纸质”。");
            }
            return channel.orElse(PreferredChannel.MAIL);
        }

        private Set<Tag> tags() {
            String text = cells.text(InformantColumn.TAGS);
            if (text == null) {
                return before == null
                        ? Set.of()
                        : before.tags().stream()
                                .map(name -> new Tag(tagFamilies.get(name), name))
                                .collect(Collectors.toSet());
            }
            Set<Tag> read = new LinkedHashSet<>();
            for (String one : text.split("[、,，;；]")) {
                if (!one.isBlank()) {
                    tag(one.strip()).ifPresent(read::add);
                }
            }
            return read;
        }

        private Optional<Tag> tag(String text) {
            try {
                Tag tag = Tag.parse(text);
                String family = tagFamilies.get(tag.name());
                if (family == null) {
                    return Optional.of(tag.requireKnownFamily());
                }
                if (family.equals(tag.family())) {
                    return Optional.of(tag);
                }
                cells.faultOf(
                        InformantColumn.TAGS,
                        text,
                        "“" + tag.name() + "”已在“" + family + "”家族，请改成 " + family + ":" + tag.name() + "。");
            } catch (RuleViolation unreadable) {
                cells.faultOf(InformantColumn.TAGS, text, unreadable.getMessage());
            }
            return Optional.empty();
        }
    }
}
