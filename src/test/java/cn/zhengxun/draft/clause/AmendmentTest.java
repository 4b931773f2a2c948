package cn.zhengxun.draft.clause;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengxun.draft.clause.Amendment.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmendmentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    将第五条修改为：“甲。”                         | MODIFY        | 5        |          | 修改第五条
                    第九条第二款修改为：“甲。”                     | MODIFY        | 9        |          | 修改第九条
                    增加一条，作为第十条：“甲。”                   | INSERT        |          | 10       | 增加第十条
                    在第二章增加一条，作为第十五条：“甲。”         | INSERT        |          | 15       | 增加第十五条
                    第二十条增加一款，作为第三款：“甲。”           | INSERT        | 20       |          | 在第二十条中增加内容
                    在第一百三十三条之一后增加一条，作为第一百三十三条之二：“甲。” | INSERT | 133-1 | 133-2  | 增加第一百三十三条之二
                    删去第八条。                                   | DELETE        | 8        |          | 删去第八条
                    删去第十九条第二款。                           | DELETE        | 19       |          | 删去第十九条的一部分
                    第十四条改为第十五条。                         | RENUMBER      | 14       | 15       | 第十四条改为第十五条
                    第十二条改为第十四条，修改为：“甲。”           | MODIFY        | 12       | 14       | 修改第十二条（改为第十四条）
                    第三条、第四条合并为第三条，修改为：“甲。”     | MODIFY        | 3,4      | 3        | 修改第三条、第四条（改为第三条）
                    将第三条、第七条中的“甲”修改为“第九条”。       | REPLACE_WORDS | 3,7      |          | 替换第三条、第七条的文字
                    删去第五条第三款中的“工商”。                   | REPLACE_WORDS | 5        |          | 替换第五条的文字
                    将第十条至第十二条中的“甲”修改为“丙”。         | REPLACE_WORDS | 10,11,12 |          | 替换第十条、第十一条、第十二条的文字
                    将第7条修改为：“第八条的，依照前款。”          | MODIFY        | 7        |          | 修改第七条
                    """)
    void action_target_and_new_number_are_read_from_the_words(
            String words, Action action, String targets, String becomes, String summary) {
        Amendment amendment = Amendment.in(words).orElseThrow();

        assertThat(amendment.action()).isEqualTo(action);
        assertThat(String.join(",", amendment.targets())).isEqualTo(targets == null ? "" : targets);
        assertThat(String.join(",", amendment.becomes())).isEqualTo(becomes == null ? "" : becomes);
        assertThat(amendment.summary()).isEqualTo(summary);
    }

    @Test
    void one_article_becomes_several() {
        Amendment amendment = Amendment.in("将第二十五条改为三条，作为第二十六条、第二十七条、第二十八条，修改为：\n“第二十六条 甲。\n“第二十七条 乙。”")
                .orElseThrow();

        assertThat(amendment.targets()).containsExactly("25");
        assertThat(amendment.becomes()).containsExactly("26", "27", "28");
        assertThat(amendment.newText()).isEqualTo("第二十六条 甲。\n第二十七条 乙。");
    }

    @Test
    void the_law_is_named_where_the_words_name_it_outside_the_new_text() {
        assertThat(Amendment.in("将《中华人民共和国甲法》第三条修改为：“依照《乙法》处罚。”").orElseThrow().law())
                .contains("中华人民共和国甲法");
        assertThat(Amendment.in("将刑法第三条修改为：“甲。”").orElseThrow().law()).contains("刑法");
        assertThat(Amendment.in("将第三条修改为：“依照《乙法》处罚。”").orElseThrow().law()).isEmpty();
        assertThat(Amendment.lawIn("对《某省实施〈中华人民共和国水法〉办法》作出修改")).contains("某省实施〈中华人民共和国水法〉办法");
    }

    @ParameterizedTest
    @ValueSource(strings = {"本决定自公布之日起施行。", "", "第三条规定的情形除外。", "国家鼓励修改旧习惯。"})
    void other_words_are_no_instruction(String words) {
        assertThat(Amendment.in(words)).isEmpty();
    }
}
