package cn.zhengxun.browser;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.testing.Rows;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The states of the staff's pages about what comes in: suggestions, what is said offline, files, personal requests. */
final class StatesOfTheOffice {
    private static final String TABLE = """
            渠道,日期,姓名,条款,原话,同意处理个人信息
            走访,%1$s,曲师傅,2,请把半份菜写进去。,是
            走访,%1$s,曲师傅,99,没有这一条。,是
            """;

    private final StateWalk walk;
    private final Rows rows;
    private final JdbcClient db;
    private final String today = LocalDate.now(Shanghai.ZONE).toString();
    private final ConsultationNumber number;
    private final String base;

    StatesOfTheOffice(StateWalk walk, Rows rows, JdbcClient db) {
        this.walk = walk;
        this.rows = rows;
        this.db = db;
        number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        rows.plan(number);
        base = "/consultations/" + number;
    }

    void walk() {
        whatIsSaidOffline();
        suggestions();
        files();
        requests();
        afterTheEnd();
    }

    private void whatIsSaidOffline() {
        String offline = base + "/offline";
        walk.open("office offline empty", 200, "还没有线下意见", offline)
                .open("office meeting", 200, "参会人员", offline + "/new")
                .send(
                        "office meeting refused",
                        422,
                        "人数请写成",
                        offline,
                        "action",
                        "hand-in",
                        "key",
                        UUID.randomUUID().toString(),
                        "record",
                        "",
                        "version",
                        "0",
                        "meeting",
                        "true",
                        "channel",
                        "MEETING",
                        "heldOn",
                        today,
                        "place",
                        "春柳社区活动室",
                        "category",
                        "居民",
                        "people",
                        "-3",
                        "speaker",
                        "曲师傅",
                        "clause",
                        "99",
                        "original",
                        "半份菜要写进去。",
                        "kind",
                        "SUBSTANCE")
                .open("office telephone", 200, "念给对方听", offline + "/new?channel=TELEPHONE")
                .send("office telephone refused", 422, "没有办成", offline, record("TELEPHONE", "read-back", ""))
                .open("office paper", 200, "提交并录下一条", offline + "/new?channel=PAPER")
                .send("office paper saved", 200, "删除这份草稿", offline, record("PAPER", "save", "来信写的话。"))
                .open("office telephone again", 200, "念给对方听", offline + "/new?channel=TELEPHONE")
                .send(
                        "office read back",
                        200,
                        "请念给对方听",
                        offline,
                        record("TELEPHONE", "read-back", "电话里说的话。", "noticeRead", "true"));
        walk.press("office call handed in", 200, "回执", () -> button("对方确认无误，提交").click());
        String record = db.sql("SELECT MAX(id) FROM offline_record WHERE consultation = ?")
                .param(number.value())
                .query(String.class)
                .single();
        walk.open("office record print", 200, "签字", offline + "/" + record + "/print")
                .open("office record slips", 200, "R-", offline + "/" + record + "/slips")
                .open("office offline", 200, "电话", offline);
    }

    private static String[] record(String channel, String action, String original, String... more) {
        String today = LocalDate.now(Shanghai.ZONE).toString();
        return Stream.concat(
                        Stream.of(
                                "action",
                                action,
                                "key",
                                UUID.randomUUID().toString(),
                                "record",
                                "",
                                "version",
                                "0",
                                "meeting",
                                "false",
                                "channel",
                                channel,
                                "heldOn",
                                today,
                                "label",
                                "",
                                "clause",
                                "",
                                "original",
                                original,
                                "kind",
                                "SUBSTANCE"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private void suggestions() {
        String list = base + "/suggestions";
        long taken = db.sql("SELECT MAX(id) FROM suggestion WHERE consultation = ?")
                .param(number.value())
                .query(Long.class)
                .single();
        SuggestionId own = rows.suggestion(number, null, rows.articles(number).get(0), "网上自己写的。");
        String detail = list + "/" + taken;
        String correct = detail + "/correct";
        walk.open("office suggestions", 200, "网上自己写的", list)
                .open("office detail", 200, "更正或者撤回这条登记", detail)
                .open("office detail of ones own", 200, "网上自己写的", list + "/" + own.value())
                .open("office correct", 200, "更正原因", correct)
                .send(
                        "office correct refused",
                        422,
                        "还没有保存",
                        correct,
                        "key",
                        UUID.randomUUID().toString(),
                        "original",
                        "",
                        "changeReason",
                        "")
                .send(
                        "office correct without a reason",
                        422,
                        "请写明更正原因",
                        correct,
                        "key",
                        UUID.randomUUID().toString(),
                        "original",
                        "听错一个字。",
                        "changeReason",
                        "")
                .send(
                        "office correct with a long reason",
                        422,
                        "更正原因不能超过500个字",
                        correct,
                        "key",
                        UUID.randomUUID().toString(),
                        "original",
                        "听错一个字。",
                        "changeReason",
                        "长".repeat(501))
                .send(
                        "office corrected",
                        200,
                        "已经保存，见下面的历次修改",
                        correct,
                        "key",
                        UUID.randomUUID().toString(),
                        "original",
                        "电话里说的话，听错一个字。",
                        "changeReason",
                        "核对录音后补正")
                .open("office detail of an older version", 200, "这是以前的一版", detail);
        long latest = db.sql("SELECT MAX(id) FROM suggestion WHERE consultation = ? AND id <> ?")
                .params(number.value(), own.value())
                .query(Long.class)
                .single();
        String now = list + "/" + latest;
        walk.send("office withdrawn", 200, "不计入征集", now + "/correct/withdraw", "changeReason", "本人来电撤回")
                .open("office correct what is withdrawn", 200, "这条意见现在是撤回的", now + "/correct")
                .open("office correct what is somebodys own", 200, "只能由本人修改或者撤回", list + "/" + own.value() + "/correct")
                .open("office suggestion unknown", 404, "没有办成", list + "/987654321")
                .open("office doubtful empty", 200, "没有等待处理的", list + "/doubtful")
                .open("office earlier", 200, "以前审次的意见", base + "/earlier");
    }

    private Page page() {
        return walk.page();
    }

    private Locator button(String name) {
        return page().getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void files() {
        String files = base + "/offline/import";
        walk.open("office import", 200, "各列怎么填", files)
                .press("office import without a file", 422, "没有办成", () -> {
                    page().evaluate(
                                    "() => document.querySelectorAll('input[type=file]').forEach(one => one.required = false)");
                    button("上传并预览").click();
                })
                .press("office import of another table", 422, "没有办成", () -> upload("甲,乙\n1,2\n"))
                .press("office preview with faults", 200, "要改的格子", () -> upload(TABLE.formatted(today)));
        String preview = URI.create(page().url()).getPath();
        walk.send("office preview without a choice", 422, "请选择“全部无误才导入”", preview)
                .send("office import receipts", 200, "这次导入的回执", preview, "soundOnly", "true")
                .open("office import again", 200, "各列怎么填", files)
                .press("office preview of what is known", 200, "以前导入过的行", () -> upload(TABLE.formatted(today)));
    }

    private void upload(String table) {
        page().getByLabel("xlsx 文件（csv 也可以）")
                .setInputFiles(new FilePayload("意见.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
        button("上传并预览").click();
    }

    private void requests() {
        InformantId informant = rows.informant("季待办", null);
        walk.open("office requests", 200, "个人信息请求", "/requests")
                .open("office request new", 200, "一、关于谁", "/requests/new")
                .open("office request nobody", 200, "没有找到", "/requests/new?q=查无此人")
                .open("office request about", 200, "季待办", "/requests/new?informant=" + informant.value())
                .send(
                        "office request refused",
                        422,
                        "登记一份请求",
                        "/requests/new",
                        "informant",
                        "" + informant.value(),
                        "kind",
                        "",
                        "way",
                        "",
                        "receivedOn",
                        "不是日期")
                .send(
                        "office request entered",
                        200,
                        "请求已登记",
                        "/requests/new",
                        "informant",
                        "" + informant.value(),
                        "kind",
                        "CORRECTION",
                        "way",
                        "COUNTER",
                        "receivedOn",
                        today,
                        "asker",
                        "季先生，当面答复",
                        "identityCheck",
                        "当面看了身份证",
                        "wish",
                        "站点写错了");
        String request = "/requests/"
                + db.sql("SELECT number FROM privacy_request WHERE informant_id = ?")
                        .param(informant.value())
                        .query(String.class)
                        .single();
        walk.open("office request", 200, "办理结果（答复本人的话）", request)
                .send("office request reply refused", 422, "办理结果（答复本人的话）", request + "/fulfilled", "reply", " ")
                .send("office request copy", 200, "个人信息副本", request + "/copy")
                .send("office request fulfilled", 200, "请求已办结", request + "/fulfilled", "reply", "站点已改好。")
                .send("office request told refused", 422, "告知", request + "/told", "toldOn", "不是日期", "toldHow", "")
                .open("office request answer", 200, "站点已改好", request + "/answer")
                .open("office requests all", 200, "季待办", "/requests?show=all")
                .open("office request unknown", 404, "没有办成", "/requests/Q-20200101-AAAA");
    }

    private void afterTheEnd() {
        rows.suggestion(number, null, null, "晚到的话。");
        db.sql(
                        "UPDATE submission SET timing = 'LATE' WHERE consultation = ? AND id = (SELECT MAX(id) FROM submission WHERE consultation = ?)")
                .params(number.value(), number.value())
                .update();
        db.sql("UPDATE consultation SET collect_until = ? WHERE number = ?")
                .params(Timestamps.of(Instant.now().minus(Duration.ofHours(5))), number.value())
                .update();
        long late = db.sql("SELECT MAX(id) FROM suggestion WHERE consultation = ?")
                .param(number.value())
                .query(Long.class)
                .single();
        walk.open("office late", 200, "晚到的话", base + "/suggestions?timing=LATE")
                .open("office late detail", 200, "逾期", base + "/suggestions/" + late)
                .open("office offline closed", 200, "现在不在征集期内", base + "/offline")
                .open("office meeting closed", 200, "现在不在征集期内", base + "/offline/new")
                .open("office import closed", 200, "征集已经截止", base + "/offline/import");
    }
}
