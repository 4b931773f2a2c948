package cn.zhengxun.outreach.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.audience.Oracle.Answer;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceExpressionTest {
    private static final Person COOK = new Person(Set.of("餐饮", "社区"), "春柳小院", false);
    private static final Person CHEMIST = new Person(Set.of("化工", "环保"), "民主广场小院", false);
    private static final Person WEAVER = new Person(Set.of("非遗"), null, false);
    private static final Person REFUSER = new Person(Set.of("餐饮"), "春柳小院", true);

    private static Answer ask(String expression, Person person) {
        return Oracle.answer(AudienceParser.parse(expression), person);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "全部", "（全部）", "全部 或 标签:餐饮"})
    void nothing_or_全部_means_everyone(String expression) {
        assertThat(ask(expression, COOK)).isEqualTo(Answer.YES);
        assertThat(ask(expression, REFUSER)).isEqualTo(Answer.YES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "标签:餐饮                          | YES | NO  | NO",
                "标签 餐饮                          | YES | NO  | NO",
                "标签：“餐饮”                       | YES | NO  | NO",
                "餐饮                               | YES | NO  | NO",
                "标签:餐饮 或 标签:环保             | YES | YES | NO",
                "标签:餐饮或标签:环保               | YES | YES | NO",
                "标签:餐饮，标签:环保               | YES | YES | NO",
                "标签:非遗                          | NO  | NO  | YES",
                "非标签:非遗                        | YES | YES | NO",
                "非 标签:餐饮 且 非 标签:环保       | NO  | NO  | YES",
                "标签:餐饮 且 标签:环保             | NO  | NO  | NO",
                "标签:餐饮 或 标签:环保 且 标签:化工 | YES | YES | NO",
                "(标签:餐饮 或 标签:环保) 且 标签:化工 | NO | YES | NO",
                "（标签:餐饮 或 标签:环保）且标签:化工 | NO | YES | NO",
                "站点:春柳小院                      | YES | NO  | NO",
                "站点                               | YES | YES | NO",
                "(环保 OR 化工) AND 站点 NOT 停用   | NO  | YES | NO",
                "not 站点                           | NO  | NO  | YES",
                "全部 且 非 站点:春柳小院           | NO  | YES | YES",
            })
    void terms_combine_as_they_read(String expression, Answer cook, Answer chemist, Answer weaver) {
        assertThat(ask(expression, COOK)).isEqualTo(cook);
        assertThat(ask(expression, CHEMIST)).isEqualTo(chemist);
        assertThat(ask(expression, WEAVER)).isEqualTo(weaver);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "标签:餐饮                  | UNKNOWN",
                "非 标签:餐饮               | UNKNOWN",
                "标签:餐饮 或 站点:春柳小院 | YES",
                "标签:环保 且 站点:春柳小院 | UNKNOWN",
                "标签:餐饮 且 站点:别处     | NO",
            })
    void who_refused_profiling_is_never_chosen_or_left_out_by_a_tag(String expression, Answer answer) {
        assertThat(ask(expression, REFUSER)).isEqualTo(answer);
    }

    @Test
    void the_grounds_are_the_terms_that_matched() {
        assertThat(Oracle.grounds(AudienceParser.parse("标签:餐饮 或 标签:环保 或 站点:春柳小院"), COOK))
                .isEqualTo("、标签“餐饮”、站点“春柳小院”");
        assertThat(Oracle.grounds(AudienceParser.parse("全部 且 非 (标签:餐饮 或 站点)"), WEAVER))
                .isEqualTo("、属于在任信息员、不属于（标签“餐饮”或任一站点）");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "停用                          | 停用站点",
                "站点停用                      | 停用站点",
                "站点 停用                     | 停用站点",
                "停用站点                      | 停用站点",
                "标签:停用                     | 标签“停用”",
                "“停用”                        | 标签“停用”",
                "站点:停用                     | 站点“停用”",
                "(环保 OR 化工) AND 站点 NOT 停用 | （（标签“环保”或标签“化工”）且任一站点且非停用站点）",
                "站点且非停用                  | （任一站点且非停用站点）",
                "站点类别:立法议事小院         | 站点类别“立法议事小院”",
                "任期:在任                     | 任期在任",
                "任期将满                      | 任期将满",
                "餐饮且近90天未征询            | （标签“餐饮”且近90天未征询）",
                "近 30 天征询过 或 从未征询    | （近30天征询过或从未征询）",
                "曾提意见，任期：将满          | （曾提意见或任期将满）",
                "餐饮　或　社区                | （标签“餐饮”或标签“社区”）",
            })
    void terms_of_stations_office_and_history_are_read(String expression, String words) {
        assertThat(AudienceParser.parse(expression).words()).isEqualTo(words);
    }

    @Test
    void only_what_is_asked_for_can_be_a_gap() {
        AudienceExpression expression = AudienceParser.parse("(标签:餐饮 或 站点:春柳小院) 且 非 标签:教师");
        assertThat(expression.wanted())
                .containsExactly(new AudienceTerm.HasTag("餐饮"), new AudienceTerm.AtStation("春柳小院"));
    }

    @Test
    void negations_count_as_deep_as_brackets_and_a_thousand_characters_are_enough() {
        AudienceParser.parse("非 ".repeat(20) + "餐饮");
        AudienceParser.parse("非 餐饮 且 ".repeat(100) + "社区");
        assertThatThrownBy(() -> AudienceParser.parse("非 ".repeat(21) + "餐饮"))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("最多套20层");
        AudienceParser.parse("长".repeat(1_000));
        assertThatThrownBy(() -> AudienceParser.parse("长".repeat(1_001)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("不能超过1000个字");
    }

    @Test
    void brackets_go_twenty_deep() {
        AudienceParser.parse("（".repeat(20) + "餐饮" + "）".repeat(20));
        assertThatThrownBy(() -> AudienceParser.parse("（".repeat(21) + "餐饮" + "）".repeat(21)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("括号和“非”最多套20层");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "标签:                 | 在末尾",
                "标签:餐饮 且          | 在末尾",
                "(标签:餐饮            | 第1个字的括号没有配对",
                "标签:餐饮）           | 在第6个字“）”处",
                "标签:餐饮 标签:社区   | 在第7个字“标签:”处",
                "或 标签:餐饮          | 在第1个字“或”处",
                ":餐饮                 | 在第1个字“:”处",
                "任期:明年             | 在第4个字“明年”处",
                "餐饮 且 近30天        | 在第6个字“近30天”处",
                "近0天未征询           | 在第1个字“近0天未征询”处",
                "近99999天未征询       | 天数要在1到3650之间",
                "站点类别              | “站点类别”后面需要名称",
            })
    void what_cannot_be_read_is_named_by_its_place(String expression, String place) {
        assertThatThrownBy(() -> AudienceParser.parse(expression))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining(place);
    }
}
