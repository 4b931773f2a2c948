package cn.zhengxun.suggestion.offline;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the names of speakers from other words before a colon. */
final class SpeakerNames {
    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
            + "酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强"
            + "贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封储靳汲邴糜松"
            + "井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭"
            + "贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴殳沃利蔚越夔隆师巩厍"
            + "聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖付闫岳隋初仝";
    private static final Pattern NAME = Pattern.compile(
            "[" + SURNAMES + "][\\u4e00-\\u9fff·]{1,3}|(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐)" + "[\\u4e00-\\u9fff]{1,2}");
    private static final Pattern TITLED = Pattern.compile("[" + SURNAMES
            + "](?:某{1,2}|[大小老]?(?:先生|女士|师傅|阿姨|大爷|大妈|老师|主任|书记|经理|老板|律师|代表|委员|教授|大姐|大哥|同志|站长|院长|所长|店长|叔|姐|哥))" + "|老["
            + SURNAMES + "]|小[" + SURNAMES + "]");
    private static final Pattern ROLE = Pattern.compile(
            "(?:匿名|某)?(?:居民|商户|业主|群众|村民|市民|职工|经营者|经营户|物业|企业|律师|专家|志愿者|网格员|社区|人大|政协|信息员|家长|学生|老人|代表|委员|工作人员|负责人|人员)+[甲乙丙丁戊己庚辛壬癸0-9一二三四五六七八九十A-Z]?");
    private static final Pattern BEFORE_COLON = Pattern.compile(
            "([^：:（(。！？；，,\\n]{1,20}?)\\s*(?:[（(]([^）)\\n]{1,60})[）)])?\\s*(?:说|发言|表示|认为|提出|建议|反映|谈到)?\\s*[：:]");
    private static final Pattern REPORTED =
            Pattern.compile("([\\u4e00-\\u9fff]{2,4})(?:[（(]([^）)\\n]{1,60})[）)])?(?:表示|认为|提出|反映|谈到|指出)[，,]");
    private static final Pattern PHONE = Pattern.compile("1\\d{10}|0\\d{2,3}-?\\d{7,8}");
    private static final Set<String> NO_NAMES = Set.of(
            "建议", "意见", "理由", "原因", "问题", "例如", "比如", "其中", "另外", "此外", "说明", "备注", "注意", "附件", "时间", "地点", "总之", "综上",
            "方面", "内容", "经研究", "和谐", "平时", "应当", "成本", "安全", "经济", "文明", "单位", "相关", "从而", "向上", "通过", "国家", "时候", "能否",
            "公平", "程序", "管理", "计划", "强调", "利弊", "关于");

    private final Set<String> known = new HashSet<>();

    /**
     * Somebody begins to speak.
     *
     * @param identity what stands in brackets behind the name, without the telephone; null for none, as is contact
     * @param end where the words begin
     */
    record Start(String name, String identity, String contact, int end) {}

    /** Names that the record's head lists. */
    void know(String name) {
        known.add(name);
    }

    /** Whether the text begins with a speaker and a colon. */
    Optional<Start> at(String text) {
        Matcher colon = BEFORE_COLON.matcher(text);
        if (colon.lookingAt()) {
            String name = colon.group(1).strip();
            boolean named = isName(name) || colon.group(2) != null && name.length() <= 6 && !NO_NAMES.contains(name);
            if (named) {
                return Optional.of(start(name, colon.group(2), colon.end()));
            }
        }
        Matcher reported = REPORTED.matcher(text);
        return reported.lookingAt() && isName(reported.group(1))
                ? Optional.of(start(reported.group(1), reported.group(2), reported.end()))
                : Optional.empty();
    }

    /** Where the next speaker begins within the paragraph; only who is named beyond doubt counts. */
    Optional<Integer> next(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char before = i == 0 ? '\n' : text.charAt(i - 1);
            if ("。！？；\n\u3000 ”".indexOf(before) >= 0
                    && !Character.isWhitespace(text.charAt(i))
                    && text.charAt(i) != '\u3000') {
                Matcher colon = BEFORE_COLON.matcher(text).region(i, text.length());
                if (colon.lookingAt() && isName(colon.group(1).strip())) {
                    return Optional.of(i);
                }
            }
        }
        return Optional.empty();
    }

    boolean isName(String text) {
        String plain = text.replaceAll("[\\s\\u3000]+", "");
        return known.contains(plain)
                || !NO_NAMES.contains(plain)
                        && (NAME.matcher(plain).matches()
                                || TITLED.matcher(plain).matches()
                                || ROLE.matcher(plain).matches());
    }

    private Start start(String name, String brackets, int end) {
        String plain = name.replaceAll("[\\s\\u3000]+", "");
        known.add(plain);
        if (brackets == null) {
            return new Start(plain, null, null, end);
        }
        Matcher phone = PHONE.matcher(brackets);
        String contact = phone.find() ? phone.group() : null;
        String identity = (contact == null ? brackets : brackets.replace(contact, ""))
                .replaceAll("^[\\s，,、；;]+|[\\s，,、；;]+$|(?:电话|手机)[:：]?$", "");
        return new Start(plain, identity.isEmpty() ? null : identity, contact, end);
    }
}
