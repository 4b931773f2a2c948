package cn.zhengxun.browser;

import java.util.List;
import java.util.stream.Stream;

/** Who is asked, and what they say. The first opinion is a reported one; the others are made up. */
final class Voices {
    /** @param articles the article's label for each of the words, 整体 for the whole draft */
    record Informant(String name, String occupation, List<String> articles, List<String> words) {
        String email() {
            return "informant" + INFORMANTS.indexOf(this) + "@example.com";
        }
    }

    static final String REPORTED = "为了激励节约粮食,餐饮服务提供者可以对造成明显浪费的消费者,收取处理厨余垃圾相应费用;相反的,对践行‘光盘行动’和自觉打包的给予折扣优惠或其他奖励。";

    static final String SMALL_PORTIONS = "饭店应当提供小份菜和半份菜，让老人和孩子按饭量点，剩饭自然就少了。";
    static final String SMALL_PORTIONS_AGAIN = "饭店应当提供小份菜、半份菜，让老人和孩子按饭量点餐，剩饭自然就少了。";
    static final String SCHOOL = "学校食堂应当让学生自己选饭量，吃不完不该罚站，要讲道理。";
    static final String CAMPAIGN = "建议把“节约粮食”写进每年的宣传周，让孩子带着家长一起做。";
    static final String FUMES = "我家楼下饭店的油烟直往屋里灌，反映多次没人管，请派人看看。";
    static final String DELIVERY = "外卖平台只催快不管多，凑满减才点那么多，应当让平台显示每份的分量。";
    static final String NEAR_EXPIRY = "家里快过期的食品不知道往哪儿送，社区应当有个收临期食品的地方。";
    static final String AT_THE_MEETING = "吴桂兰";
    static final String SAID_AT_THE_MEETING = "收厨余费可以，但是得提前把价钱写在菜单上，不能吃完了才说。";

    static final List<Informant> INFORMANTS = List.of(
            new Informant("林秀英", "退休工人", List.of("第七条"), List.of(REPORTED)),
            new Informant("王建国", "小饭馆经营者", List.of("第七条"), List.of(SMALL_PORTIONS)),
            new Informant("陈玉兰", "社区网格员", List.of("第七条"), List.of(SMALL_PORTIONS_AGAIN)),
            new Informant("刘志强", "小学教师", List.of("第九条", "整体"), List.of(SCHOOL, CAMPAIGN)),
            new Informant("赵丽华", "退休职工", List.of("整体"), List.of(FUMES)),
            new Informant("孙大勇", "外卖骑手", List.of("第十条"), List.of(DELIVERY)),
            new Informant("周桂芳", "家庭主妇", List.of("第十四条"), List.of(NEAR_EXPIRY)));

    static final String EXPLANATION = """
            这部法律管的是“剩饭剩菜”：饭店、食堂、外卖平台、超市和我们每个家庭，都有少浪费的责任。

            跟您关系最大的是第七条：饭店可以奖励“光盘”的客人，也可以向浪费严重的客人收厨余处理费。

            您只要说说：这样规定行不行得通？还缺什么？""";

    /** The promulgated paragraph that the reported opinion is held against. */
    static final String ARTICLE_SEVEN = "餐饮服务经营者可以对参与“光盘行动”的消费者给予奖励；也可以对造成明显浪费的消费者收取处理厨余垃圾的相应费用，收费标准应当明示。";

    private Voices() {}

    /** Every suggestion's words, the one said at the meeting included. */
    static List<String> all() {
        return Stream.concat(INFORMANTS.stream().flatMap(one -> one.words().stream()), Stream.of(SAID_AT_THE_MEETING))
                .toList();
    }

    /** What goes up: neither the one routed elsewhere nor the one held back. */
    static List<String> forwarded() {
        return all().stream()
                .filter(words -> !words.equals(FUMES) && !words.equals(DELIVERY))
                .toList();
    }
}
