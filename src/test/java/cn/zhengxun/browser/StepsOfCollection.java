package cn.zhengxun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;

/** Steps 5 and 6: what people say, and what staff make of it. */
final class StepsOfCollection {
    private final Office office;
    private final Person staff;

    StepsOfCollection(Office office) {
        this.office = office;
        staff = office.at("staff");
    }

    /** Step 5: everybody answers on a phone, one of them without scripts; staff enter what they heard; collection closes. */
    void collected() {
        for (Voices.Informant voice : Voices.INFORMANTS) {
            boolean first = voice == Voices.INFORMANTS.get(0);
            boolean last = voice == Voices.INFORMANTS.get(Voices.INFORMANTS.size() - 1);
            Person person = office.phone(!last);
            Phone phone = new Phone(person).open(office.postbox().link(voice.email(), "提意见"));
            if (first) {
                person.picture("step-05-phone");
            }
            phone.write(voice.articles(), voice.words());
            phone.handIn();
            if (first) {
                person.picture("step-05-receipt");
            }
        }
        heardAtTheMeeting();
        staff.visit(office.page("/suggestions"));
        assertThat(staff.page().getByText("已征集9条")).isVisible();
        staff.visit(office.page("/change/close-early"));
        staff.page().getByLabel("提前截止理由").fill("受邀的人都已答复，来文单位希望早些看到意见。");
        staff.page().getByLabel("我已核对，现在截止征集").check();
        staff.press("提前截止");
    }

    private void heardAtTheMeeting() {
        Tasklist tasklist = new Tasklist(staff);
        Locator form = tasklist.startForm("意见录入");
        assertThat(form.locator("#entry-consultation")).isEnabled();
        form.getByLabel("怎样收到的").selectOption("座谈会");
        form.getByLabel("哪个联络站收集的").selectOption("解放社区立法议事小院");
        form.getByLabel("姓名").fill(Voices.AT_THE_MEETING);
        form.getByLabel("身份类别").selectOption("居民");
        form.getByLabel("针对哪一条").selectOption("第七条");
        form.getByLabel("原话").fill(Voices.SAID_AT_THE_MEETING);
        form.getByLabel("录入的文字已经念给本人").check();
        form.getByLabel("已经向本人说明").check();
        Pictures.take(staff.page(), "step-05-entry", form.locator("#entry-list"));
        tasklist.start();
        tasklist.take("交付回执").finish();
    }

    /** Step 6: every suggestion is looked at; a second person checks. */
    void collated() {
        office.arrived("梳理归并");
        assertThat(office.stepNow()).containsText("梳理归并");
        assertThat(staff.page().locator("#process-picture svg").first()).isVisible();
        staff.picture("consultation");
        Tasklist tasklist = new Tasklist(staff);
        tasklist.take("梳理归并").follow("打开梳理页");
        Workbench workbench = new Workbench(staff);
        Pictures.take(staff.page(), "step-06-workbench", staff.page().locator("#list"));
        String useful = "反映基层实际情况，可供立法参考";
        workbench.decide(Voices.REPORTED, "实质修改", "上报", "意见具体，有明确的修改建议", null);
        workbench.groupAlike(Voices.SMALL_PORTIONS, "提供小份菜", "与其他意见内容相近，一并反映");
        staff.visit(office.page("/collation"));
        workbench.decide(Voices.SCHOOL, "实质修改", "上报", useful, null);
        workbench.decide(Voices.CAMPAIGN, "增加", "上报", useful, null);
        workbench.decide(Voices.FUMES, "其他", "转办", "属于具体执行问题，不在草案规定范围内", "区城市管理综合行政执法局");
        workbench.decide(Voices.DELIVERY, "增加", "暂存复核", "意思不完整，需联系提出人核实", null);
        workbench.decide(Voices.NEAR_EXPIRY, "增加", "上报", useful, null);
        workbench.decide(Voices.SAID_AT_THE_MEETING, "实质修改", "上报", useful, null);
        assertThat(staff.page().getByText("全部意见都已处理")).isVisible();
        tasklist.take("梳理归并").finish();
        office.arrived("复核");
        Person colleague = office.at("staff2");
        new Tasklist(colleague).take("复核").choose("通过").finish();
    }
}
