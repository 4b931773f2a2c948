package cn.zhengxun.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invented people and places for a demonstration: 13 stations, 40 informants, 3 experts. Names belong to nobody;
 * addresses end in example.com.
 */
@Component
public class DemoDirectory {
    private static final LocalDate APPOINTED = LocalDate.of(2025, 3, 1);
    private static final int TERM_YEARS = 3;

    /** name, kind, address */
    private static final List<String[]> STATIONS = List.of(
            station("春柳立法议事小院", "立法议事小院", "春柳街12号社区活动室"),
            station("民主广场立法议事小院", "立法议事小院", "民主路3号一楼"),
            station("老码头立法议事小院", "立法议事小院", "码头巷8号"),
            station("槐荫里立法议事小院", "立法议事小院", "槐荫里21号院内"),
            station("石葵路立法议事小院", "立法议事小院", "石葵路45号"),
            station("北岗桥立法议事小院", "立法议事小院", "北岗桥下文化站"),
            station("向阳坊立法议事小院", "立法议事小院", "向阳坊6号楼"),
            station("银杏苑立法议事小院", "立法议事小院", "银杏苑物业服务中心二楼"),
            station("东风市场立法联络站", "立法联络站", "东风市场办公室"),
            station("第三小学立法联络站", "立法联络站", "第三小学会议室"),
            station("暖阳养老院立法联络站", "立法联络站", "暖阳养老院多功能厅"),
            station("蓝湾商户联合会", "征询单位", "蓝湾路100号"),
            station("青年创业园", "征询单位", "创业园A座15层"));

    /** name | station (from 0, - for none) | age band | occupation | tags | m: has an address, r: refuses profiling */
    private static final String PEOPLE = """
            孟春来|0|70岁以上|退休工人|区域:社区 身份:志愿者|m
            卢桂芬|0|70岁以上|退休教师|行业:教师 身份:老年人|-
            谭守信|0|60—69岁|小区楼长|区域:社区 专长:物业|m
            简玉兰|0|45—59岁|早餐店主|行业:餐饮 身份:个体户|m
            侯文斌|1|45—59岁|律师|专长:法律|m
            邵云霞|1|70岁以上|退休医生|行业:医疗 身份:老年人|-
            阎志成|1|30—44岁|社区工作者|区域:社区|m
            温小满|1|18—29岁|大学生|身份:青年 身份:志愿者|m
            柏长顺|2|70岁以上|退休码头工人|身份:老年人|-
            凌秀珍|2|60—69岁|渔具店主|身份:个体户|m
            祁海生|2|45—59岁|船员|行业:航运|m
            施明月|2|30—44岁|幼儿教师|行业:教师|mr
            葛根旺|3|70岁以上|退休木匠|身份:老年人 专长:维修|-
            翟淑琴|3|70岁以上|退休会计|身份:老年人 专长:财务|m
            冷建军|3|45—59岁|物业经理|行业:物业 专长:物业|m
            骆青青|3|18—29岁|外卖骑手|行业:餐饮 身份:青年|m
            喻广田|4|60—69岁|环卫工人|专长:环保|m
            席美华|4|45—59岁|家政服务员|行业:家政|m
            米志远|4|30—44岁|环保工程师|专长:环保 身份:志愿者|m
            柯桂枝|4|70岁以上|退休纺织工|身份:老年人|-
            路长安|5|70岁以上|退休铁路职工|身份:老年人 区域:社区|m
            岳晓棠|5|30—44岁|文化站干事|行业:文化|m
            樊德厚|5|60—69岁|豆腐坊主|行业:餐饮 身份:个体户|-
            左立新|5|45—59岁|公交司机|行业:交通|m
            牟春燕|6|45—59岁|楼长|区域:社区 专长:物业|m
            耿学文|6|70岁以上|退休法官|专长:法律 身份:老年人|m
            宁书雅|6|18—29岁|图书管理员|身份:青年 行业:文化|m
            项国强|6|60—69岁|退役军人|身份:退役军人 身份:志愿者|m
            安玉洁|7|30—44岁|护士|行业:医疗|m
            尚大川|7|45—59岁|电梯维保员|专长:维修 行业:物业|m
            鲍秋菊|7|70岁以上|退休售货员|身份:老年人|-
            滕一鸣|8|45—59岁|饭店经理|行业:餐饮|m
            焦满仓|8|60—69岁|菜市场摊主|身份:个体户 行业:餐饮|-
            明小荷|9|30—44岁|小学教师|行业:教师|m
            齐家和|9|30—44岁|家长委员会成员|身份:家长|mr
            戚永年|10|70岁以上|养老院住户|身份:老年人 专长:养老|-
            谷新雨|10|30—44岁|养老护理员|行业:养老 专长:养老|m
            池向东|11|45—59岁|连锁餐饮负责人|行业:餐饮|m
            边晓光|12|18—29岁|创业者|身份:青年 专长:互联网|m
            古月明|-|30—44岁|残疾人联络员|身份:残疾人 身份:志愿者|m
            """;

    private final Directory directory;
    private final Clock clock;

    DemoDirectory(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Fills an empty directory; does nothing to one that has people or stations. */
    @Transactional
    public void seed() {
        if (!directory.stations().isEmpty() || !directory.allInformants().isEmpty()) {
            return;
        }
        List<StationId> stations = new ArrayList<>();
        STATIONS.forEach(one -> stations.add(directory.add(new AddStation(one[0], one[1], one[2], null))));
        List<InformantId> coordinators = new ArrayList<>();
        int row = 0;
        Set<Integer> led = new LinkedHashSet<>();
        for (String line : PEOPLE.strip().split("\n")) {
            String[] cells = line.strip().split("\\|");
            InformantId informant = directory.add(new AddInformant(details(++row, cells, stations)));
            if (!cells[1].equals("-") && led.add(Integer.parseInt(cells[1]))) {
                coordinators.add(informant);
            }
        }
        for (int i = 0; i < stations.size(); i++) {
            String[] one = STATIONS.get(i);
            directory.change(new ChangeStation(stations.get(i), one[0], one[1], one[2], coordinators.get(i), true));
        }
        directory.add(new AddExpert("钟立言", "expert1", "明理律师事务所", "行政法、地方立法"));
        directory.add(new AddExpert("苏正则", "expert2", "滨海法学院", "经济法、环境保护法"));
        directory.add(new AddExpert("程思源", "expert3", "地方立法研究中心", "社会法、基层治理"));
    }

    private InformantDetails details(int row, String[] cells, List<StationId> stations) {
        Set<Tag> tags = new LinkedHashSet<>();
        Arrays.stream(cells[4].split(" ")).map(Tag::parse).forEach(tags::add);
        tags.add(new Tag("年龄段", cells[2]));
        // the term is counted on so that a demonstration never begins with everybody's term over
        LocalDate termEnd = APPOINTED.plusYears(TERM_YEARS);
        LocalDate today = LocalDate.now(clock);
        while (!termEnd.isAfter(today)) {
            termEnd = termEnd.plusYears(TERM_YEARS);
        }
        return new InformantDetails(
                cells[0],
                null,
                cells[5].startsWith("m") ? "informant%02d@example.com".formatted(row) : null,
                cells[1].equals("-") ? null : stations.get(Integer.parseInt(cells[1])),
                cells[2],
                cells[3],
                cells[5].endsWith("r"),
                APPOINTED,
                termEnd,
                PreferredChannel.MAIL,
                tags);
    }

    private static String[] station(String name, String kind, String address) {
        return new String[] {name, kind, address};
    }
}
