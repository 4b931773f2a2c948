package cn.zhengxun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.consultation.Status;
import cn.zhengxun.kernel.Shanghai;
import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.awaitility.Awaitility;

/** Steps 7 to 10: graded, reported, answered, archived. */
final class StepsAfterCollection {
    private final Office office;
    private final Person staff;
    private final Person director;
    private final Person leader;

    StepsAfterCollection(Office office) {
        this.office = office;
        staff = office.at("staff");
        director = office.at("director");
        leader = office.at("leader");
    }

    /** Step 7: two experts grade what goes up. */
    void reviewed() {
        for (String expert : List.of("expert1", "expert2")) {
            office.arrived("智囊论证");
            Person person = office.at(expert);
            Tasklist tasklist = new Tasklist(person);
            tasklist.take("智囊论证").follow("打开论证页");
            List<Locator> items = person.page().locator("main article").all();
            assertThat(items).hasSize(7);
            items.forEach(item -> {
                item.getByLabel(item.innerText().contains(Voices.REPORTED) ? "重点报送" : "一般报送")
                        .check();
                item.getByLabel("合法性").fill("与上位法不抵触。");
                item.getByLabel("必要性").fill("有利于减少餐饮浪费，确有必要。");
                item.getByLabel("可行性").fill("收费标准明示后可以执行。");
            });
            if (expert.equals("expert1")) {
                Pictures.take(
                        person.page(),
                        "step-07-review",
                        person.page().locator("main article").first());
            }
            person.button("保存本页已填写的").first().click();
            person.done();
            tasklist.take("智囊论证").finish();
        }
    }

    /** Step 8: returned once, amended, approved, signed, frozen; the receipt comes back. */
    void submitted() {
        office.arrived("审核报告");
        assertThat(office.stepNow()).containsText("审核上报");
        Tasklist directors = new Tasklist(director);
        directors.take("审核报告").follow("打开报告");
        Pictures.take(director.page(), "step-08-report", director.page().locator("#preview"));
        directors.take("审核报告").choose("退回修改").write("意见", "开头请写明征集的范围和人数。").finish();

        office.arrived("修改报告");
        Tasklist tasklist = new Tasklist(staff);
        tasklist.take("修改报告").follow("打开报告");
        assertThat(staff.page().getByText("开头请写明征集的范围和人数。")).isVisible();
        staff.page().getByLabel("开头的文字").fill("本次征询邀请七名立法信息员，并在解放社区立法议事小院召开座谈会。");
        staff.press("保存并重新生成报告");
        tasklist.take("修改报告").finish();

        office.arrived("审核报告");
        directors.take("审核报告").choose("通过").finish();
        office.arrived("签发");
        Tasklist leaders = new Tasklist(leader).take("签发").choose("签发");
        leader.picture("step-08-sign");
        leaders.finish();

        office.arrived("登记回执");
        tasklist.take("登记回执").write("回执编号（必填）", "法工收〔2026〕18号").write("签收单位（必填）", "全国人大常委会法制工作委员会");
        staff.page().getByLabel("签收日期").fill(LocalDate.now(Shanghai.ZONE).toString());
        staff.page().keyboard().press("Tab");
        tasklist.finish();
    }

    /** Step 9: an outcome for each, checked by a second person; everybody is told. */
    void answered() {
        office.arrived("登记采纳结果");
        assertThat(office.stepNow()).containsText("跟踪反馈");
        Tasklist tasklist = new Tasklist(staff);
        tasklist.take("登记采纳结果").follow("打开采纳结果");
        OutcomesDesk desk = new OutcomesDesk(staff);
        staff.press("登记 1 条转办答复");
        Locator item = desk.fill(Voices.REPORTED, "部分采纳", "收取厨余处理费和奖励“光盘行动”写入了第七条；打包折扣没有写入。", "2021年4月29日公布文本第七条");
        desk.adopted(item, "第七条", Voices.ARTICLE_SEVEN, "实质");
        Pictures.take(staff.page(), "step-09-outcomes", item);
        desk.save(item);
        item = desk.fill(Voices.SAID_AT_THE_MEETING, "采纳", "收费标准应当明示的要求写入了第七条。", "2021年4月29日公布文本第七条");
        desk.adopted(item, "第七条", Voices.ARTICLE_SEVEN, "精神");
        desk.save(item);
        desk.theOthersNotAdopted("公布的法律只作原则规定，具体做法由餐饮行业标准和学校自行规定。", "审议结果的报告");
        tasklist.take("登记采纳结果").finish();
        office.arrived("复核采纳结果");
        new Tasklist(office.at("staff2")).take("复核采纳结果").choose("通过").finish();
        office.postbox().awaitMails(Voices.INFORMANTS.size(), "有结果了");
    }

    /** Step 10: the evaluation is approved, the case archived, and the manager sees the numbers. */
    void evaluated() {
        office.arrived("审定评价");
        Tasklist directors = new Tasklist(director);
        directors.take("审定评价").follow("打开评价");
        director.picture("step-10-evaluation");
        directors.take("审定评价").write("审定意见", "办理规范，答复及时。").finish();
        Awaitility.await("the archive")
                .atMost(Duration.ofSeconds(30))
                .until(() -> office.consultation().status() == Status.ARCHIVED);
    }
}
