package cn.zhengxun.browser;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Shanghai;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.suggestion.SuggestionId;
import cn.zhengxun.testing.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The states of what people see of themselves: their record, their data, their certificate. */
final class StatesOfOnesOwn {
    private final StateWalk walk;
    private final Rows rows;
    private final JdbcClient db;
    private final Invitations invitations;
    private final ConsultationNumber number;

    StatesOfOnesOwn(StateWalk walk, Rows rows, JdbcClient db, Invitations invitations) {
        this.walk = walk;
        this.rows = rows;
        this.db = db;
        this.invitations = invitations;
        number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
    }

    void walk() {
        whatBecameOfIt();
        ownPersonalInformation();
        notMine();
        theCertificate();
    }

    private record Invited(InformantId informant, String link) {}

    private Invited invited(ConsultationNumber consultation, String name) {
        InformantId informant = rows.informant(name, null);
        return new Invited(informant, "/i/" + invitations.mint(rows.invitation(consultation, informant)));
    }

    private void whatBecameOfIt() {
        ConsultationNumber done = rows.consultation(Level.MUNICIPAL, Status.TRACKING);
        Invited one = invited(done, "季有成");
        var clause = rows.articles(done).get(1);
        SuggestionId adopted = rows.suggestion(done, one.informant(), clause, "请写明分量。");
        SuggestionId not = rows.suggestion(done, one.informant(), null, "请全部禁止打包盒。");
        SuggestionId reported = rows.suggestion(done, one.informant(), clause, "请给小店留时间。");
        SuggestionId flagged = rows.suggestion(done, one.informant(), null, "找李某某就知道了。");
        SuggestionId routed = rows.suggestion(done, one.informant(), null, "楼下路灯不亮。");
        for (SuggestionId id : new SuggestionId[] {adopted, not, reported}) {
            rows.screening(done, id, "FORWARD");
        }
        rows.frozenReport(done, List.of(adopted, not, reported));
        rows.outcome(done, adopted, "ADOPTED");
        rows.outcome(done, not, "NOT_ADOPTED");
        arrival(done, flagged, "WAITING", null);
        arrival(done, routed, "REROUTED", "街道城管办");
        rows.suggestion(done, one.informant(), null, "最后补充一句。");
        db.sql("UPDATE outcome SET published_at = ?, article = '第七条', article_text = '应当写明分量。' WHERE consultation = ?")
                .params(Timestamps.of(Instant.now()), done.value())
                .update();
        walk.open("record with every fate", 200, "未采纳", one.link() + "/record")
                .says("采纳", "公布条文（第七条）", "已上报", "核查中", "转给街道城管办办理", "已收到");
    }

    private void ownPersonalInformation() {
        String link = invited(number, "季明理").link();
        String own = link + "/privacy";
        walk.open("privacy", 200, "我们保存了什么", own)
                .send(
                        "privacy details refused",
                        422,
                        "电话只能有数字",
                        own + "/details",
                        "phone",
                        "abc",
                        "email",
                        "x@",
                        "channel",
                        "MAIL")
                .send(
                        "privacy details",
                        200,
                        "已经改好，马上生效",
                        own + "/details",
                        "phone",
                        "0411-1234567",
                        "channel",
                        "PAPER")
                .send("privacy consent given", 200, "已记下您的同意", own + "/consents", "kind", "PROFILING", "given", "true")
                .send("privacy consent back", 200, "已记下，马上生效", own + "/consents", "kind", "PROFILING", "given", "false")
                .send("privacy request refused", 422, "季明理", own + "/requests", "kind", "CORRECTION", "wish", " ")
                .send("privacy request", 200, "工作人员会办理并答复您", own + "/requests", "kind", "CORRECTION", "wish", "名字少了一笔")
                .open("privacy leave", 200, "确定退出", own + "/leave")
                .send("privacy left", 200, "您已退出信息员", own + "/leave")
                .open("privacy after leaving", 200, "您提过的请求", own)
                .open("privacy withdraw", 200, "请看清楚再决定", own + "/withdraw")
                .open("privacy erase", 200, "确定要求删除", own + "/erase")
                .send("privacy erasing", 200, "已收到您的删除请求", own + "/erase");
        walk.send("privacy taken back", 200, "一切照旧", own + "/requests/" + latestRequest() + "/taken-back")
                .send("privacy stopped", 200, "已停止使用您的个人信息", own + "/withdraw");
    }

    private void notMine() {
        Invited one = invited(number, "季不同");
        rows.suggestion(number, one.informant(), null, "不是我写的。");
        String receipt = db.sql("SELECT MAX(receipt) FROM submission WHERE informant_id = ?")
                .param(one.informant().value())
                .query(String.class)
                .single();
        walk.open("not me", 200, "有一份意见不是我提的", one.link() + "/not-me")
                .send("not my submission refused", 422, "这不是我", one.link() + "/not-me/submission", "receipt", "R-0")
                .send("not my submission", 200, "已经记下", one.link() + "/not-me/submission", "receipt", receipt)
                .send("not my link", 200, "这个链接已经停用", one.link() + "/not-me/link")
                .open("disowned link", 404, "打不开", one.link());
    }

    private void theCertificate() {
        Invited one = invited(number, "季光荣");
        int year = LocalDate.now(Shanghai.ZONE).getYear();
        String certificate = one.link() + "/certificate/" + year;
        walk.open("certificate none", 200, "还没有您参与征询的记录", certificate)
                .send("certificate refused", 422, "参与征询", certificate);
        rows.suggestion(number, one.informant(), null, "光盘行动很好。");
        walk.open("certificate before", 200, "开具以后可以打印", certificate).send("certificate", 200, "特此证明", certificate);
        String code = walk.page().locator(".certificate .number").innerText();
        rows.suggestion(number, one.informant(), null, "再说一句。");
        walk.open("certificate stale", 200, "重新开具会得到新的编号", certificate)
                .open("verify", 200, "核验编号", "/verify")
                .open("verify good", 200, "这张证明由本联系点开具", "/verify?code=" + code)
                .open("verify bad", 404, "没有查到这个编号的证明", "/verify?code=AAAA-BBBB-CCCC");
    }

    private void arrival(ConsultationNumber consultation, SuggestionId suggestion, String state, String routedTo) {
        db.sql("""
                        INSERT INTO arrival_case (suggestion_id, consultation, state, version, routed_to, flagged_at)
                        VALUES (?, ?, ?, 1, ?, ?)
                        """)
                .params(Arrays.asList(
                        suggestion.value(), consultation.value(), state, routedTo, Timestamps.of(Instant.now())))
                .update();
    }

    private String latestRequest() {
        return db.sql("SELECT number FROM privacy_request ORDER BY id DESC FETCH FIRST 1 ROWS ONLY")
                .query(String.class)
                .single();
    }
}
