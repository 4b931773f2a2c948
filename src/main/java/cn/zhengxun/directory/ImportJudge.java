package cn.zhengxun.directory;

import cn.zhengxun.directory.sheet.Finding;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.kernel.RuleViolation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares the rows of one file with the directory as it is, row by row from above; changes nothing. */
final class ImportJudge {
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Map<String, SheetColumn> COLUMN_OF_FIELD = Map.of(
            "name", SheetColumn.NAME,
            "phone", SheetColumn.PHONE,
            "email", SheetColumn.EMAIL,
            "ageBand", SheetColumn.AGE_BAND,
            "occupation", SheetColumn.OCCUPATION,
            "joinedOn", SheetColumn.JOINED,
            "termEndsOn", SheetColumn.TERM_ENDS);

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

    List<JudgedRow> judge(List<SheetRow> rows) {
        return rows.stream().map(this::judge).toList();
    }

    /** 家族:名称 of tags that sound rows bring and the directory does not have, as far as they were judged. */
    Set<String> newTags() {
        return newTags;
    }

    private JudgedRow judge(SheetRow row) {
        List<Finding> faults = new ArrayList<>(row.unreadable());
        Station station = station(row, faults);
        PeopleIndex.Match match = new PeopleIndex.Match(null, null, null);
        PersonKeys keys = new PersonKeys(
                -row.line(),
                row.cell(SheetColumn.NAME),
                row.cell(SheetColumn.PHONE),
                row.cell(SheetColumn.EMAIL),
                station == null ? null : station.id().value());
        boolean stationClear = station != null || row.cell(SheetColumn.STATION) == null;
        if (keys.name() != null && (stationClear || keys.phone() != null || keys.email() != null)) {
            match = people.find(keys);
            if (match.fault() != null) {
                add(faults, row, match.fault());
            } else if (match.person() != null) {
                requireOnce(match.person().id(), row, faults);
            }
        }
        Informant before =
                match.person() == null ? null : known.get(match.person().id());
        Values values = new Values(row, before, station, faults);
        InformantDetails details = values.details();
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparing(fault ->
                    SheetColumn.headed(fault.column()).map(SheetColumn::ordinal).orElse(Integer.MAX_VALUE)));
            return new JudgedRow(row, Verdict.FAULT, null, null, faults, null, false);
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

    private void requireOnce(long person, SheetRow row, List<Finding> faults) {
        Integer line = person < 0 ? Integer.valueOf((int) -person) : lineOf.get(person);
        if (line != null) {
            faults.add(Finding.in(
                    SheetColumn.NAME.heading(),
                    row.cell(SheetColumn.NAME),
                    "与第" + line + "行是同一个人，请只留一行；不是同一个人的，请填写各自的手机。"));
        }
    }

    private Station station(SheetRow row, List<Finding> faults) {
        String name = row.cell(SheetColumn.STATION);
        Station station = name == null ? null : stations.get(name);
        if (name != null && station == null) {
            faults.add(Finding.in(SheetColumn.STATION.heading(), name, "名录里没有这个站点，请写站点全名，或先登记站点。"));
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
        for (SheetColumn column : SheetColumn.values()) {
            String then = said(column, before);
            String now = said(column, after);
            if (!then.equals(now)) {
                changes.add(Finding.in(column.heading(), now, (then.isEmpty() ? "（空）" : then) + " → " + now));
            }
        }
        return changes;
    }

    private String said(SheetColumn column, Informant person) {
        String value = InformantWorkbook.value(column, person, stationNames, tagFamilies);
        return value == null ? "" : value;
    }

    private static void add(List<Finding> faults, SheetRow row, InvalidCommand.Fault fault) {
        SheetColumn column = COLUMN_OF_FIELD.getOrDefault(fault.field(), SheetColumn.NAME);
        if (faults.stream().noneMatch(other -> other.column().equals(column.heading()))) {
            faults.add(Finding.in(column.heading(), row.cell(column), fault.sentence()));
        }
    }

    /** The row's values; where a cell is empty, what is kept about the person holds. */
    private final class Values {
        private final SheetRow row;
        private final Informant before;
        private final Station station;
        private final List<Finding> faults;
        private final Set<Tag> tags;
        private final boolean active;

        Values(SheetRow row, Informant before, Station station, List<Finding> faults) {
            this.row = row;
            this.before = before;
            this.station = station;
            this.faults = faults;
            this.tags = tags();
            this.active = yes(SheetColumn.ACTIVE, before == null || before.active());
        }

        /** Null where the row is faulty. */
        InformantDetails details() {
            LocalDate joined = day(SheetColumn.JOINED, before == null ? null : before.joinedOn());
            LocalDate termEnds = day(SheetColumn.TERM_ENDS, before == null ? null : before.termEndsOn());
            boolean refused = yes(SheetColumn.REFUSES_PROFILING, before != null && before.profilingRefused());
            PreferredChannel channel = channel();
            StationId kept = before == null ? null : before.station();
            try {
                return new InformantDetails(
                        row.cell(SheetColumn.NAME),
                        text(SheetColumn.PHONE, before == null ? null : before.phone()),
                        text(SheetColumn.EMAIL, before == null ? null : before.email()),
                        station == null ? kept : station.id(),
                        text(SheetColumn.AGE_BAND, before == null ? null : before.ageBand()),
                        text(SheetColumn.OCCUPATION, before == null ? null : before.occupation()),
                        refused,
                        joined,
                        termEnds,
                        channel,
                        tags);
            } catch (InvalidCommand invalid) {
                invalid.faults().forEach(fault -> add(faults, row, fault));
                return null;
            }
        }

        private String text(SheetColumn column, String kept) {
            String text = row.cell(column);
            // written another way, the same number or address is no change
            boolean same = kept != null
                    && text != null
                    && (column == SheetColumn.PHONE && PersonKeys.phoneKey(text) != null
                            ? PersonKeys.phoneKey(text).equals(PersonKeys.phoneKey(kept))
                            : column == SheetColumn.EMAIL && text.equalsIgnoreCase(kept));
            return text == null || same ? kept : text;
        }

        private LocalDate day(SheetColumn column, LocalDate kept) {
            String text = row.cell(column);
            if (text == null) {
                return kept;
            }
            Matcher day = DAY.matcher(text.replace(" ", ""));
            try {
                if (day.matches()) {
                    LocalDate read = LocalDate.of(
                            Integer.parseInt(day.group(1)),
                            Integer.parseInt(day.group(2)),
                            Integer.parseInt(day.group(3)));
                    if (Years.contain(read)) {
                        return read;
                    }
                }
            } catch (DateTimeException none) {
                // told below, together with what is no date at all
            }
            faults.add(Finding.in(column.heading(), text, "不是有效的日期，请写成年-月-日，例如 2026-03-01。"));
            return kept;
        }

        private boolean yes(SheetColumn column, boolean kept) {
            String text = row.cell(column);
            if (text != null && !text.equals("是") && !text.equals("否")) {
                faults.add(Finding.in(column.heading(), text, "只能填“是”或“否”。"));
            }
            return text == null ? kept : text.equals("是");
        }

        private PreferredChannel channel() {
            String text = row.cell(SheetColumn.CHANNEL);
            if (text == null) {
                return before == null ? PreferredChannel.MAIL : before.channel();
            }
            Optional<PreferredChannel> channel = PreferredChannel.named(text);
            if (channel.isEmpty()) {
                faults.add(Finding.in(SheetColumn.CHANNEL.heading(), text, "只能填“邮件”“短信或微信”或“纸质”。"));
            }
            return channel.orElse(PreferredChannel.MAIL);
        }

        private Set<Tag> tags() {
            String text = row.cell(SheetColumn.TAGS);
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
                faults.add(Finding.in(
                        SheetColumn.TAGS.heading(),
                        text,
                        "“" + tag.name() + "”已在“" + family + "”家族，请改成 " + family + ":" + tag.name() + "。"));
            } catch (RuleViolation unreadable) {
                faults.add(Finding.in(SheetColumn.TAGS.heading(), text, unreadable.getMessage()));
            }
            return Optional.empty();
        }
    }
}
