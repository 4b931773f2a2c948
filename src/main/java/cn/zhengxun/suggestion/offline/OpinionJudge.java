package cn.zhengxun.suggestion.offline;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.NamedPeople;
import cn.zhengxun.directory.Station;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.kernel.InvalidCommand;
import cn.zhengxun.sheet.Finding;
import cn.zhengxun.sheet.RowReading;
import cn.zhengxun.sheet.SheetRow;
import cn.zhengxun.sheet.Verdict;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.IdentityCategory;
import cn.zhengxun.suggestion.SubmitSuggestions;
import cn.zhengxun.suggestion.SuggestionKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what each row comes to beside the draft, the directory and what was imported before; changes nothing. */
final class OpinionJudge {
    private static final int MOST_CHOICES = 4;

    private static final Map<String, OpinionColumn> COLUMN_OF_FIELD = Map.ofEntries(
            Map.entry("collector", OpinionColumn.COLLECTOR),
            Map.entry("proposerName", OpinionColumn.NAME),
            Map.entry("proposerContact", OpinionColumn.CONTACT),
            Map.entry("identityCategory", OpinionColumn.CATEGORY),
            Map.entry("ageBand", OpinionColumn.AGE_BAND),
            Map.entry("unit", OpinionColumn.UNIT),
            Map.entry("consentProcessing", OpinionColumn.PROCESSING),
            Map.entry("suggestions[0].original", OpinionColumn.ORIGINAL),
            Map.entry("suggestions[0].proposed", OpinionColumn.PROPOSED),
            Map.entry("suggestions[0].reason", OpinionColumn.REASON));

    /** What people write instead of a channel's own name. */
    private static final Map<String, Channel> ALSO_CALLED = Map.of(
            "电话", Channel.TELEPHONE,
            "来信", Channel.PAPER,
            "信件", Channel.PAPER,
            "会议", Channel.MEETING,
            "入户走访", Channel.VISIT,
            "视频会", Channel.VIDEO);

    private final Beside beside;
    private final Map<String, Station> stations;
    private final Map<String, Integer> lineOf = new HashMap<>();

    /**
     * What the rows are held against.
     *
     * @param categories who the draft tells apart
     * @param collector who took down what names nobody
     * @param imported whether a row was handed in before, by its fingerprint and line
     */
    record Beside(
            ConsultationNumber consultation,
            ClauseNumbers clauses,
            Collection<Station> stations,
            NamedPeople people,
            List<String> categories,
            LocalDate today,
            String collector,
            Imported imported) {}

    interface Imported {
        boolean has(String fingerprint, int line);
    }

    OpinionJudge(Beside beside) {
        this.beside = beside;
        this.stations = beside.stations().stream()
                .filter(Station::active)
                .collect(Collectors.toMap(Station::name, Function.identity(), (one, other) -> one));
    }

    JudgedOpinion judge(SheetRow<OpinionColumn> row) {
        Reading reading = new Reading(row);
        SubmitSuggestions command = reading.command();
        if (command == null) {
            return faulty(row, reading.cells.faults());
        }
        String fingerprint = OpinionFingerprint.of(row, command, reading.saidOn);
        Integer twin = lineOf.putIfAbsent(fingerprint, row.line());
        if (twin != null && row.cell(OpinionColumn.NAME) == null) {
            Finding fault = Finding.in(
                    OpinionColumn.ORIGINAL.heading(),
                    command.suggestions().get(0).original(),
                    "与第" + twin + "行完全相同；重复了就删去一行，是另一个人说的就在“姓名”里写“居民甲”“居民乙”分开。");
            return faulty(row, List.of(fault));
        }
        boolean known = twin != null || beside.imported().has(fingerprint, row.line());
        return new JudgedOpinion(
                row,
                known ? Verdict.UNCHANGED : Verdict.NEW,
                fingerprint,
                command.informant(),
                command,
                reading.clause == null ? "整体" : reading.clause.label(),
                reading.saidOn,
                twin != null ? "与第" + twin + "行相同" : reading.note(command.identityCategory()),
                List.of());
    }

    private static JudgedOpinion faulty(SheetRow<OpinionColumn> row, List<Finding> faults) {
        return new JudgedOpinion(row, Verdict.FAULT, null, null, null, null, null, null, faults);
    }

    /** One row while it is read. */
    private final class Reading {
        private final RowReading<OpinionColumn> cells;
        private Clause clause;
        private LocalDate saidOn;
        private String note;

        Reading(SheetRow<OpinionColumn> row) {
            this.cells = new RowReading<>(OpinionColumn.TABLE, row);
        }

        /** Null where the row is faulty. */
        SubmitSuggestions command() {
            Channel channel = channel();
            Station station = station();
            day();
            clause();
            SuggestionKind kind = kind();
            InformantId informant = informant();
            boolean confirmed = cells.yes(OpinionColumn.CONFIRMED, false);
            boolean callBack = cells.yes(OpinionColumn.CALL_BACK, false);
            boolean publish = cells.yes(OpinionColumn.PUBLISH_NAME, false);
            boolean processing = processing();
            guardian();
            String collector = cells.text(OpinionColumn.COLLECTOR);
            try {
                SubmitSuggestions command = new SubmitSuggestions(
                        beside.consultation(),
                        "preview",
                        channel == null ? Channel.PAPER : channel,
                        null,
                        informant,
                        station == null ? null : station.id(),
                        collector == null ? beside.collector() : collector,
                        true,
                        confirmed,
                        informant == null ? cells.text(OpinionColumn.NAME) : null,
                        informant == null ? cells.text(OpinionColumn.CONTACT) : null,
                        cells.text(OpinionColumn.CATEGORY),
                        cells.text(OpinionColumn.AGE_BAND),
                        cells.text(OpinionColumn.UNIT),
                        processing || cells.faulty(OpinionColumn.PROCESSING),
                        callBack,
                        publish,
                        List.of(new SubmitSuggestions.Item(
                                clause == null ? null : clause.id(),
                                kind,
                                original(),
                                cells.text(OpinionColumn.PROPOSED),
                                cells.text(OpinionColumn.REASON))));
                return cells.sound() ? command : null;
            } catch (InvalidCommand invalid) {
                invalid.faults().forEach(this::add);
                return null;
            }
        }

        /** @param category null where none is written. @return null where there is nothing to say */
        String note(String category) {
            boolean own = category != null
                    && !category.equals(IdentityCategory.OTHER)
                    && !beside.categories().contains(category);
            return Stream.of(note, own ? "身份类别不在这次的几类里，照写的登记" : null)
                    .filter(Objects::nonNull)
                    .reduce((one, other) -> one + "；" + other)
                    .orElse(null);
        }

        private void add(InvalidCommand.Fault fault) {
            cells.fault(COLUMN_OF_FIELD.getOrDefault(fault.field(), OpinionColumn.ORIGINAL), fault.sentence());
        }

        private String original() {
            String original = cells.text(OpinionColumn.ORIGINAL);
            if (original == null) {
                cells.fault(OpinionColumn.ORIGINAL, "没有写原话，请照本人说的写。");
            }
            // so that only one sentence speaks of the missing words
            return original == null ? "。" : original;
        }

        private Channel channel() {
            String text = cells.text(OpinionColumn.CHANNEL);
            Optional<Channel> channel = Arrays.stream(Channel.values())
                    .filter(one -> OpinionColumn.CHANNEL.choices().contains(one.chinese()))
                    .filter(one -> one.chinese().equals(text))
                    .findFirst()
                    .or(() -> Optional.ofNullable(text).map(ALSO_CALLED::get));
            if (channel.isEmpty()) {
                cells.fault(
                        OpinionColumn.CHANNEL,
                        (text == null ? "没有写渠道" : "没有这种渠道") + "，请写" + String.join("、", OpinionColumn.CHANNEL.choices())
                                + "中的一个。");
            }
            return channel.orElse(null);
        }

        private Station station() {
            String name = cells.text(OpinionColumn.STATION);
            Station station = name == null ? null : stations.get(name);
            if (name != null && station == null) {
                cells.fault(OpinionColumn.STATION, "名录里没有这个站点（或已停用），请写站点全名；不在站点收到的请留空。");
            }
            return station;
        }

        private void day() {
            saidOn = cells.day(OpinionColumn.SAID_ON);
            if (saidOn == null) {
                cells.fault(OpinionColumn.SAID_ON, "没有写日期，请写说的那一天，例如 " + beside.today() + "。");
            } else if (saidOn.isAfter(beside.today())) {
                cells.fault(OpinionColumn.SAID_ON, "日期在今天以后，请核对。");
            } else if (saidOn.isBefore(beside.today().minusYears(2))) {
                cells.fault(OpinionColumn.SAID_ON, "日期在两年以前，请核对年份。");
            }
        }

        private void clause() {
            String text = cells.text(OpinionColumn.CLAUSE);
            if (text == null) {
                cells.fault(OpinionColumn.CLAUSE, "没有写条款，请写 12 或 12.2 这样；对整部草案的意见写“整体”。");
                return;
            }
            ClauseNumbers.Meant meant = beside.clauses().find(text);
            clause = meant.clause();
            if (!meant.known()) {
                cells.fault(
                        OpinionColumn.CLAUSE,
                        meant.choices().isEmpty()
                                ? "草案里没有这一条，请写 12 或 12.2 这样；对整部草案的意见写“整体”。"
                                : "草案里有几处都可以这样写，请写全，例如 " + choices(meant) + "。");
            }
        }

        private String choices(ClauseNumbers.Meant meant) {
            return meant.choices().stream()
                    .limit(MOST_CHOICES)
                    .map(beside.clauses()::code)
                    .collect(Collectors.joining("、"));
        }

        private SuggestionKind kind() {
            String text = cells.text(OpinionColumn.KIND);
            if (text == null) {
                return SuggestionKind.SUBSTANCE;
            }
            Optional<SuggestionKind> kind = Arrays.stream(SuggestionKind.values())
                    .filter(one -> one.chinese().equals(text))
                    .findFirst();
            if (kind.isEmpty()) {
                cells.fault(OpinionColumn.KIND, "没有这种类型，请写" + String.join("、", OpinionColumn.KIND.choices()) + "中的一个。");
            }
            return kind.orElse(SuggestionKind.OTHER);
        }

        private InformantId informant() {
            String name = cells.text(OpinionColumn.NAME);
            NamedPeople.Match match = beside.people().find(name, cells.text(OpinionColumn.CONTACT));
            if (match.fitting() > 1) {
                cells.fault(OpinionColumn.NAME, "名录里有 " + match.fitting() + " 个人姓名和联系方式都对得上，认不出是哪一个；请先在名录“重复的人”里处理。");
            } else if (match.person() != null) {
                note = "记到名录里的信息员名下";
            } else if (match.sameName() > 0) {
                note = cells.text(OpinionColumn.CONTACT) == null
                        ? "名录里有同名的信息员；没有写联系方式，按名录以外的人登记"
                        : "名录里有同名的信息员，联系方式对不上，按名录以外的人登记";
            }
            return match.person();
        }

        private boolean processing() {
            boolean agreed = cells.yes(OpinionColumn.PROCESSING, false);
            if (!agreed) {
                cells.fault(OpinionColumn.PROCESSING, "没有得到同意的不能登记；请先向本人说明用途，得到同意后填“是”。");
            }
            return agreed;
        }

        private void guardian() {
            boolean agreed = cells.yes(OpinionColumn.GUARDIAN, false);
            if (Speaker.UNDER_14.equals(cells.text(OpinionColumn.AGE_BAND)) && !agreed) {
                cells.fault(OpinionColumn.GUARDIAN, "未满14周岁的，要先得到监护人同意，再填“是”。");
            }
        }
    }
}
