package cn.zhengxun.suggestion.offline;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.suggestion.Channel;
import cn.zhengxun.suggestion.SuggestionKind;
import cn.zhengxun.testing.TestClock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Builds commands for tests: a meeting of today, complete but for what is said. */
record Writing(
        OfflineRecordId record,
        String key,
        int version,
        ConsultationNumber consultation,
        Occasion occasion,
        List<Speaker> speakers,
        List<Statement> statements) {

    static Writing meeting(ConsultationNumber consultation) {
        return new Writing(
                null,
                UUID.randomUUID().toString(),
                0,
                consultation,
                new Occasion(
                        true,
                        Channel.MEETING,
                        null,
                        "staff",
                        LocalDate.ofInstant(TestClock.START, Shanghai.ZONE),
                        LocalTime.of(9, 0),
                        LocalTime.of(11, 30),
                        "立法议事小院一楼",
                        "李主任",
                        "周律师",
                        null,
                        true,
                        true),
                List.of(),
                List.of());
    }

    static Writing single(ConsultationNumber consultation, Channel channel) {
        Writing meeting = meeting(consultation);
        Occasion then = meeting.occasion();
        return meeting.on(new Occasion(
                false,
                channel,
                null,
                null,
                then.heldOn(),
                null,
                null,
                null,
                null,
                null,
                null,
                true,
                channel != Channel.TELEPHONE));
    }

    Writing on(Occasion other) {
        return new Writing(record, key, version, consultation, other, speakers, statements);
    }

    Writing at(StationId station) {
        Occasion o = occasion;
        return on(new Occasion(
                o.meeting(),
                o.channel(),
                station,
                o.collector(),
                o.heldOn(),
                o.from(),
                o.to(),
                o.place(),
                o.chair(),
                o.explainer(),
                o.notes(),
                o.noticeRead(),
                o.confirmed()));
    }

    Writing heldOn(LocalDate day) {
        Occasion o = occasion;
        return on(new Occasion(
                o.meeting(),
                o.channel(),
                o.station(),
                o.collector(),
                day,
                o.from(),
                o.to(),
                o.place(),
                o.chair(),
                o.explainer(),
                o.notes(),
                o.noticeRead(),
                o.confirmed()));
    }

    Writing with(Speaker speaker) {
        List<Speaker> more = new ArrayList<>(speakers);
        more.add(speaker);
        return new Writing(record, key, version, consultation, occasion, List.copyOf(more), statements);
    }

    Writing said(String speaker, String clause, String original) {
        List<Statement> more = new ArrayList<>(statements);
        more.add(new Statement(speaker, clause, SuggestionKind.SUBSTANCE, original, null, null));
        return new Writing(record, key, version, consultation, occasion, speakers, List.copyOf(more));
    }

    Writing after(OfflineRecords.Saved saved) {
        return new Writing(saved.id(), key, saved.version(), consultation, occasion, speakers, statements);
    }

    SaveRecord command() {
        return new SaveRecord(
                record,
                key,
                version,
                consultation,
                occasion,
                List.of(new Attendance("居民", 12), new Attendance("商户", 3)),
                speakers,
                statements);
    }
}
