package cn.zhengxun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.zhengxun.kernel.Shanghai;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Instant;

/** Steps 1 to 4: from the letter to the sheet in plain words. */
final class StepsBeforeCollection {
    private static final Path LAW = Path.of("src/test/resources/laws/反食品浪费法(2021-04-29).md");
    private static final String TITLE = "中华人民共和国反食品浪费法（2021年公布文本，练习）";

    private final Office office;
    private final Person staff;
    private final Person director;
    private final Person leader;

    StepsBeforeCollection(Office office) {
        this.office = office;
        staff = office.at("staff");
        director = office.at("director");
        leader = office.at("leader");
    }

    /** Step 1: the letter is registered, its structure confirmed, the request accepted. */
    void received() {
        Tasklist tasklist = new Tasklist(staff);
        Locator form = tasklist.startForm("立法征询十步工作法");
        form.getByLabel("来文单位").fill("全国人大常委会法制工作委员会");
        form.getByLabel("要求的截止日期")
                .fill(Shanghai.dateOf(Instant.now()).plusDays(36).toString());
        form.getByLabel("哪一级的草案").selectOption("NATIONAL");
        form.getByLabel("征询标题").fill(TITLE);
        form.getByLabel("法案名称").fill("反食品浪费法");
        form.getByLabel("审次").selectOption("公布文本");
        form.getByLabel("草案文件").setInputFiles(LAW);
        form.getByLabel("草案能否公开").selectOption("PUBLIC");
        form.getByLabel("时限（必填）").selectOption("NORMAL");
        staff.picture("step-01-start-form");
        tasklist.start();
        office.registered();

        office.arrived("确认条款结构");
        tasklist.take("确认条款结构");
        staff.picture("tasklist");
        tasklist.follow("打开草案");
        assertThat(staff.page().getByText("系统从文件中读出32条")).isVisible();
        staff.picture("step-01-structure");
        staff.press("确认条款结构");
        tasklist.take("确认条款结构").finish();

        office.arrived("受理审核");
        Tasklist directors = new Tasklist(director).take("受理审核").choose("受理");
        director.picture("step-01-accept");
        directors.finish();
    }

    /** Step 2: the plan is written, approved, and signed since the draft is a national one. */
    void planned() {
        office.arrived("拟定征询方案");
        assertThat(office.stepNow()).containsText("研判立案");
        Tasklist tasklist = new Tasklist(staff);
        tasklist.take("拟定征询方案").follow("打开征询方案");
        Page page = staff.page();
        page.getByLabel("征询目的").fill("听取居民、餐饮商户和学校对防止食品浪费的意见，重点是收厨余处理费是否公道。");
        page.getByLabel("条款1").selectOption("第七条");
        page.getByLabel("问题1").fill("饭店向浪费的客人收厨余处理费，您赞成吗？怎样收才公道？");
        page.getByLabel("条款2").selectOption("第九条");
        page.getByLabel("问题2").fill("学校食堂怎样做，孩子才少剩饭？");
        page.getByLabel("个人链接").check();
        page.getByLabel("座谈会").check();
        page.getByLabel("座谈安排").fill("11月下旬在解放社区立法议事小院开一次座谈会。");
        page.getByLabel("梁文博").check();
        page.getByLabel("秦若兰").check();
        page.getByLabel("最少完成论证的专家人数").fill("2");
        Pictures.take(page, "step-02-plan", page.locator("label[for=purpose]"));
        staff.press("保存方案");
        tasklist.take("拟定征询方案").finish();
        office.arrived("审批方案");
        new Tasklist(director).take("审批方案").choose("同意").finish();
        office.arrived("领导审签方案");
        new Tasklist(leader).take("领导审签方案").choose("同意").finish();
    }

    /** Step 3: the list of people is confirmed and each gets a letter of their own; two look at once. */
    void pushed() {
        office.arrived("确认推送对象");
        Tasklist tasklist = new Tasklist(staff);
        tasklist.take("确认推送对象").follow("打开推送名单");
        assertThat(staff.page().getByText("7 人").first()).isVisible();
        staff.picture("step-03-audience");
        tasklist.take("确认推送对象").finish();
        office.postbox().awaitMails(Voices.INFORMANTS.size(), "提意见");
        Pictures.mail(
                office.browser(), office.postbox().html(Voices.INFORMANTS.get(0).email(), "提意见"), "step-03-mail");
    }

    /** Step 4: the sheet in plain words. */
    void explained() {
        office.arrived("编写明白纸");
        assertThat(office.stepNow()).containsText("多元征集");
        Tasklist tasklist = new Tasklist(staff);
        tasklist.take("编写明白纸").follow("打开明白纸");
        staff.page().getByLabel("正文").fill(Voices.EXPLANATION);
        staff.press("保存");
        staff.picture("step-04-explanation");
        tasklist.take("编写明白纸").finish();
    }
}
