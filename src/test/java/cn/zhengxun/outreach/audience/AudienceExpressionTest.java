package cn.zhengxun.outreach.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.audience.AudienceExpression.Answer;
import cn.zhengxun.outreach.audience.AudienceExpression.Person;
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
        return AudienceParser.parse(expression).answer(person);
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
        assertThat(AudienceParser.parse("标签:餐饮 或 标签:环保 或 站点:春柳小院").grounds(COOK))
                .containsExactly("标签“餐饮”", "站点“春柳小院”");
        assertThat(AudienceParser.parse("全部 且 非 (标签:餐饮 或 站点)").grounds(WEAVER))
                .containsExactly("属于在任信息员", "不属于（标签“餐饮”或任一站点）");
    }

    @Test
    void only_what_is_asked_for_can_be_a_gap() {
        AudienceExpression expression = AudienceParser.parse("(标签:餐饮 或 站点:春柳小院) 且 非 标签:教师");
        assertThat(expression.wantedTags()).containsExactly("餐饮");
        assertThat(expression.wantedStations()).containsExactly("春柳小院");
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
            })
    void what_cannot_be_read_is_named_by_its_place(String expression, String place) {
        assertThatThrownBy(() -> AudienceParser.parse(expression))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining(place);
    }
}
