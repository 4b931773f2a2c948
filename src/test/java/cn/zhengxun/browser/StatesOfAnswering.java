package cn.zhengxun.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.kernel.Sha256;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.outreach.Guesses;
import cn.zhengxun.outreach.InvitationId;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.testing.Rows;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The states of the pages behind a personal link and a poster, each brought about on consultations of its own. */
final class StatesOfAnswering {
    private static final String WORDS = "提示应当写得醒目一些。";
    private static final int MOST_TRIES = 2 * Guesses.ALLOWED;
    private static final String ASK_AGAIN = """
            async ([path, body, most]) => {
              let tries = 0;
              const form = body && { method: 'POST', body, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } };
              while (tries < most && (await fetch(path, form || {})).status !== 429) tries++;
              return tries;
            }
            """;

    private final StateWalk walk;
    private final Rows rows;
    private final Runnable forgetGuesses;
    private final JdbcClient db;
    private final Invitations invitations;
    private final ConsultationNumber number;

    /** @param forgetGuesses since what was guessed here must not be held against others at this address */
    StatesOfAnswering(StateWalk walk, Rows rows, JdbcClient db, Invitations invitations, Runnable forgetGuesses) {
        this.walk = walk;
        this.forgetGuesses = forgetGuesses;
        this.rows = rows;
        this.db = db;
        this.invitations = invitations;
        number = collecting();
    }

    void walk() {
        theForm();
        anAnswerThatIsChanged();
        theEndOfCollection();
        thePoster();
        theReceipt();
        theLinkInAMailedReceipt();
        nothingToBeFound();
    }

    private ConsultationNumber collecting() {
        ConsultationNumber consultation = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        rows.plan(consultation);
        return consultation;
    }

    private record Invited(InformantId informant, InvitationId invitation, String link) {}

    private Invited invited(ConsultationNumber consultation, String name) {
        InformantId informant = rows.informant(name, null);
        InvitationId invitation = rows.invitation(consultation, informant);
        return new Invited(informant, invitation, "/i/" + invitations.mint(invitation));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private void theForm() {
        String link = invited(number, "季春华").link();
        walk.open("answer open", 200, "截止时间", link)
                .open("answer found", 200, "找到1处", link + "?find=消费者进行")
                .open("answer not found", 200, "换一个短一点的词", link + "?find=火箭")
                .open("answer large", 200, "换回普通字号", link + "?large=1")
                .send("answer empty refused", 422, "还没有交上去", link, "action", "submit", "key", key(), "original", "")
                .send("answer of a child refused", 422, "请由监护人阅读说明", link, submission(WORDS, "ageBand", "未满14周岁"))
                .send("answer on a clause that is gone", 422, "草案改过", link, submission(WORDS, "clause", "987654321"))
                .send(
                        "answer too long refused",
                        422,
                        "还没有交上去",
                        link,
                        submission("长".repeat(5001), "reason", "由".repeat(5001)))
                .send("answer saved", 200, "草稿上次保存于", link, saving(WORDS))
                .send("two drafts", 409, "两份草稿，请选一份", link, saving("在另一台手机上写的。"))
                .open("record with a draft", 200, "还没有提交", link + "/record")
                .open("draft kept", 200, "接着写上次的草稿", link)
                .send("draft deleted", 200, "直接填写意见", link, "action", "discard");
        String other = invited(number, "季秋实").link();
        walk.open("record empty", 200, "季秋实", other + "/record")
                .send("no opinion", 200, "表示没有意见", other + "/no-opinion")
                .open("record without opinion", 200, "表示没有意见", other + "/record")
                .send("no opinion taken back", 200, "我没有意见", other + "/reconsidered");
    }

    private void anAnswerThatIsChanged() {
        Invited one = invited(number, "季长青");
        String link = one.link();
        walk.open("answer with photo field", 200, "选择照片", link)
                .send(
                        "receipt",
                        200,
                        "您的意见已经收到",
                        link,
                        submission(WORDS, "clause", article(number), "proposed", "应当在菜单上提示。", "reason", "我常去的店没有写。"));
        String amend = link + "/suggestions/" + latest(number);
        walk.open("amend", 200, "保存修改", amend)
                .send("amend refused", 422, "还没有保存", amend, "key", key(), "original", "")
                .send("amended", 200, "已经改好", amend, "key", key(), "original", "提示要写在菜单第一页。");
        String amended = link + "/suggestions/" + latest(number);
        walk.send("withdrawn", 200, "已经撤回", amended + "/withdraw")
                .open("amend what is withdrawn", 200, "这条意见现在是撤回的", amended)
                .open("record withdrawn", 200, "已撤回", link + "/record")
                .send("restored", 200, "已经恢复", amended + "/restore")
                .open("record with history", 200, "历次修改", link + "/record?large=1");
        closed(number, Duration.ofMinutes(5));
        walk.open("amend after the end", 200, "现在保存着的内容", amended)
                .send("amend after the end refused", 422, "您刚才写的内容还在这里", amended, "key", key(), "original", "晚了一步的话。");
        closed(number, Duration.ofDays(-9));
    }

    private void theEndOfCollection() {
        ConsultationNumber ending = collecting();
        Invited late = invited(ending, "季晚晴");
        String without = invited(ending, "季知晓").link();
        String link = late.link();
        walk.open("before the end", 200, "截止时间", link)
                .send("draft before the end", 200, "草稿上次保存于", link, saving(WORDS));
        db.sql("UPDATE consultation SET suspended_at = ? WHERE number = ?")
                .params(Timestamps.of(Instant.now()), ending.value())
                .update();
        walk.open("paused", 200, "暂时停下来", link).send("paused refused", 422, "已经暂停", without, submission("停下来时写的。"));
        db.sql("UPDATE consultation SET suspended_at = NULL WHERE number = ?")
                .param(ending.value())
                .update();
        db.sql("UPDATE unsent_draft SET begun_at = ? WHERE invitation_id = ?")
                .params(
                        Timestamps.of(Instant.now().minus(Duration.ofHours(9))),
                        late.invitation().value())
                .update();
        closed(ending, Duration.ofMinutes(5));
        walk.open("grace", 200, "会注明“宽限期内”", link)
                .send("grace refused", 422, "还没有交上去", link, "action", "submit", "original", WORDS)
                .open("closed", 200, "现在不能再填写", without);
        closed(ending, Duration.ofHours(3));
        walk.open("closed with a draft", 200, "作为逾期意见交给工作人员", link)
                .send("late refused", 422, "请先阅读并同意", link, "action", "submit", "key", key(), "original", WORDS)
                .send("late", 200, "逾期意见", link, submission(WORDS))
                .open("record late", 200, "逾期收到", link + "/record");
        status(ending, Status.ENDED);
        walk.open("ended", 200, "已经终止", without).send("ended refused", 422, "不再接收意见", without, submission("终止以后写的。"));
        status(ending, Status.PUSHING);
        walk.open("not yet", 200, "征集还没有开始", without);
    }

    private void thePoster() {
        poster("states-open");
        poster("states-retired");
        db.sql(
                        "UPDATE open_channel SET closed_at = ?, closed_by = 'staff', close_reason = '换新' WHERE code = 'states-retired'")
                .param(Timestamps.of(Instant.now()))
                .update();
        walk.open("poster", 200, "截止时间", "/q/states-open")
                .send("poster refused", 422, "还没有交上去", "/q/states-open", "action", "submit", "original", "")
                .open("poster retired", 410, "这张海报已经停用", "/q/states-retired")
                .send("poster retired with words", 410, "请复制下来", "/q/states-retired", submission(WORDS));
        walk.open("poster again", 200, "截止时间", "/q/states-open");
        useUpThePace();
        walk.send("slow down", 429, "再按一次“提交意见”", "/q/states-open", submission(WORDS, "device", "states-device"));
    }

    /** As fast as one device may, until it is told to wait. */
    private void useUpThePace() {
        untilSlowedDown("/q/states-open", "action=submit&original=&device=states-device");
    }

    /** From the browser itself, since what is counted is its address. @param body null to read */
    private void untilSlowedDown(String path, String body) {
        Object tries = walk.page().evaluate(ASK_AGAIN, Arrays.asList(path, body, MOST_TRIES));
        assertThat((int) tries).as("tries of %s", path).isLessThan(MOST_TRIES);
    }

    private void theReceipt() {
        walk.open("poster for a receipt", 200, "截止时间", "/q/states-open")
                .send(
                        "receipt of a resident",
                        200,
                        "修改码只在这一页显示",
                        "/q/states-open",
                        submission(WORDS, "proposerContact", "13900001111"));
        Page page = walk.page();
        String receipt = page.locator(".number").nth(0).innerText();
        String code = page.locator(".number").nth(1).innerText();
        String own = "/q/receipt/" + receipt + "/" + code;
        walk.open("lookup", 200, "回执上 R- 开头的编号", "/q")
                .open("lookup found", 200, "请输入提交时给您的修改码", "/q?receipt=" + receipt)
                .open("lookup malformed", 404, "不像回执编号", "/q?receipt=12345")
                .open("lookup unknown", 404, "没有查到编号", "/q?receipt=R-20200101-AAAAAA")
                .open("edit code wrong", 404, "修改码不对", "/q/receipt/" + receipt + "?edit=AAAA")
                .open("receipt by code", 200, "修改码", own)
                .send("receipt not mailed", 200, "没有发邮件", own + "/mail");
        String amend = own + "/suggestions/" + latest(number);
        walk.open("amend by code", 200, "保存修改", amend)
                .send("amend by code refused", 422, "还没有保存", amend, "key", key(), "original", "")
                .send("withdrawn by code", 200, "已经撤回", amend + "/withdraw")
                .send("restored by code", 200, "已经恢复", amend + "/restore");
        String privacy = "/q/privacy";
        walk.open("receipt privacy", 200, "不是信息员", privacy)
                .open("receipt privacy unknown", 404, "没有查到这个编号", privacy + "?receipt=R-20200101-AAAAAA")
                .open("receipt privacy found", 200, "我们保存了什么", privacy + "?receipt=" + receipt)
                .send("receipt copy refused", 422, "我们保存了什么", privacy + "/copy", "receipt", receipt, "contact", "1")
                .send(
                        "receipt contact refused",
                        422,
                        "改联系方式",
                        privacy + "/contact",
                        "receipt",
                        receipt,
                        "contact",
                        "1",
                        "newContact",
                        "2")
                .send(
                        "receipt consent",
                        200,
                        "已记下",
                        privacy + "/consents",
                        "receipt",
                        receipt,
                        "kind",
                        "CALL_BACK",
                        "given",
                        "false")
                .open("receipt erase", 200, "请看清楚再决定", privacy + "/erase?receipt=" + receipt)
                .send("receipt erasing", 200, "已收到您的删除请求", privacy + "/erase", "receipt", receipt)
                .send(
                        "receipt taken back",
                        200,
                        "一切照旧",
                        privacy + "/requests/" + latestRequest() + "/taken-back",
                        "receipt",
                        receipt);
    }

    private void theLinkInAMailedReceipt() {
        long submission = db.sql("SELECT MAX(id) FROM submission WHERE consultation = ?")
                .param(number.value())
                .query(Long.class)
                .single();
        db.sql("INSERT INTO not_mine_token (hash, submission_id, minted_at) VALUES (?, ?, ?)")
                .params(Sha256.of("states-token"), submission, Timestamps.of(Instant.now()))
                .update();
        walk.open("not my mail", 200, "我没有提过意见", "/q/not-me/states-token")
                .send("not my mail done", 200, "您的邮箱已经去掉", "/q/not-me/states-token")
                .open("not my mail twice", 404, "打不开", "/q/not-me/states-token");
    }

    private void nothingToBeFound() {
        walk.open("unknown link", 404, "打不开这个链接", "/i/unknown");
        Invited one = invited(number, "季无忧");
        walk.open("before the fault", 200, "截止时间", one.link());
        without("collection_door", () -> walk.send("not stored", 503, "一个字也没有丢", one.link(), submission(WORDS)));
        without("open_channel", () -> walk.open("not reached", 503, "暂时出了故障", "/q/states-open"));
        forgetGuesses.run();
        untilSlowedDown("/i/unknown", null);
        walk.open("too many guesses", 429, "请稍等一会儿", "/i/unknown");
        forgetGuesses.run();
    }

    /** A table that is gone is what a database that failed looks like to the page. */
    private void without(String table, Runnable look) {
        db.sql("ALTER TABLE " + table + " RENAME TO gone").update();
        try {
            look.run();
        } finally {
            db.sql("ALTER TABLE gone RENAME TO " + table).update();
        }
    }

    private static String[] submission(String words, String... more) {
        return form("submit", words, Stream.concat(Stream.of("consentProcessing", "on"), Stream.of(more)));
    }

    private static String[] saving(String words) {
        return form("save", words, Stream.of("draft", ""));
    }

    private static String[] form(String action, String words, Stream<String> more) {
        return Stream.concat(Stream.of("action", action, "key", key(), "original", words), more)
                .toArray(String[]::new);
    }

    private void poster(String code) {
        db.sql("INSERT INTO open_channel (code, consultation, opened_at) VALUES (?, ?, ?)")
                .params(code, number.value(), Timestamps.of(Instant.now()))
                .update();
    }

    /** @param ago how long since collection has closed; negative: still to come */
    private void closed(ConsultationNumber consultation, Duration ago) {
        db.sql("UPDATE consultation SET collect_until = ? WHERE number = ?")
                .params(Timestamps.of(Instant.now().minus(ago)), consultation.value())
                .update();
    }

    private void status(ConsultationNumber consultation, Status status) {
        db.sql("UPDATE consultation SET status = ? WHERE number = ?")
                .params(status.name(), consultation.value())
                .update();
    }

    private String article(ConsultationNumber consultation) {
        return Long.toString(rows.articles(consultation).get(0).value());
    }

    private long latest(ConsultationNumber consultation) {
        return db.sql("SELECT MAX(id) FROM suggestion WHERE consultation = ?")
                .param(consultation.value())
                .query(Long.class)
                .single();
    }

    private String latestRequest() {
        return db.sql("SELECT number FROM privacy_request ORDER BY id DESC FETCH FIRST 1 ROWS ONLY")
                .query(String.class)
                .single();
    }
}
