package cn.zhengxun.suggestion.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.draft.clause.ClauseKind;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.clause.UnreadableDraft;
import cn.zhengxun.suggestion.offline.Minutes.Said;
import cn.zhengxun.suggestion.offline.Minutes.Voice;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Habits of those who write down meetings. */
class MinutesReaderTest {

    /** Fifteen articles of two paragraphs each. */
    private static ClauseNumbers law() {
        List<Clause> clauses = new ArrayList<>();
        for (int i = 1; i <= 15; i++) {
            String label = "第" + cn.zhengxun.draft.clause.ChineseNumber.write(i) + "条";
            ClauseId article = new ClauseId(i * 10);
            clauses.add(new Clause(article, null, clauses.size(), ClauseKind.ARTICLE, "" + i, label, ""));
            for (int p = 1; p <= 2; p++) {
                String paragraph = label + "第" + "一二".charAt(p - 1) + "款";
                clauses.add(new Clause(
                        new ClauseId(i * 10 + p),
                        article,
                        clauses.size(),
                        ClauseKind.PARAGRAPH,
                        "" + p,
                        paragraph,
                        "条文。"));
            }
        }
        return new ClauseNumbers(new ClauseTree(clauses));
    }

    private static Minutes read(WordRecord record) {
        return MinutesReader.read(RecordFile.read(record.bytes()), law());
    }

    @Test
    void a_head_of_lines_and_speakers_with_brackets() {
        Minutes minutes = read(WordRecord.of(
                "《反食品浪费条例（草案）》征求意见座谈会记录",
                "时　间：2026年11月20日下午2:30—4时",
                "地 点: 人民广场街道三楼会议室",
                "主持人：王主任",
                "解读人：李律师",
                "参加人员：居民代表12人、经营者5人",
                "王主任：今天请大家敞开谈。",
                "张三（居民，13800000001）：第十二条第二款太严，𠮷小店做不到。",
                "我家楼下的店就是例子。",
                "赵六（早餐店主）： 同意老张。",
                "散会"));
        assertThat(minutes.heldOn()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(minutes.from()).isEqualTo(LocalTime.of(14, 30));
        assertThat(minutes.to()).isEqualTo(LocalTime.of(16, 0));
        assertThat(List.of(minutes.place(), minutes.chair(), minutes.explainer()))
                .containsExactly("人民广场街道三楼会议室", "王主任", "李律师");
        assertThat(minutes.attendance()).containsExactly(new Attendance("居民代表", 12), new Attendance("经营者", 5));
        assertThat(minutes.voices())
                .containsExactly(new Voice("张三", "居民", "13800000001"), new Voice("赵六", "早餐店主", null));
        assertThat(minutes.said())
                .extracting(Said::speaker, Said::clause, Said::original)
                .containsExactly(tuple("张三", "12.2", "第十二条第二款太严，𠮷小店做不到。\n我家楼下的店就是例子。"), tuple("赵六", "", "同意老张。"));
        assertThat(minutes.guesses()).isEqualTo(1);
        assertThat(minutes.notes()).containsExactly("《反食品浪费条例（草案）》征求意见座谈会记录", "王主任：今天请大家敞开谈。", "散会");
    }

    @Test
    void a_head_table_and_the_words_on_the_lines_after_the_name() {
        Minutes minutes = read(new WordRecord()
                .table(
                        new String[] {"会议时间", "2026-11-20 9点半", "会议地点", "解放路小院"},
                        new String[] {"主持人", "孙站长", "记录人", "小周"},
                        new String[] {"参会人员", "钱大爷、孙大妈等", "", ""})
                .then("钱大爷：", "第三条写得好。", "就是字太小。", "孙大妈说：“我看不懂第七条。”"));
        assertThat(minutes.heldOn()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(minutes.from()).isEqualTo(LocalTime.of(9, 30));
        assertThat(List.of(minutes.place(), minutes.chair(), minutes.collector()))
                .containsExactly("解放路小院", "孙站长", "小周");
        assertThat(minutes.said())
                .extracting(Said::speaker, Said::clause, Said::original)
                .containsExactly(tuple("钱大爷", "3", "第三条写得好。\n就是字太小。"), tuple("孙大妈", "7", "“我看不懂第七条。”"));
        assertThat(minutes.notes()).containsExactly("参会人员：钱大爷、孙大妈等");
    }

    @Test
    void several_speakers_in_one_paragraph() {
        Minutes minutes = read(WordRecord.of("张三：第五条要改。理由：说不清。李四（商户）：我也这样想。王女士：那第六条呢？"));
        assertThat(minutes.said())
                .extracting(Said::speaker, Said::clause, Said::original)
                .containsExactly(
                        tuple("张三", "5", "第五条要改。理由：说不清。"), tuple("李四", "", "我也这样想。"), tuple("王女士", "6", "那第六条呢？"));
    }

    @Test
    void numbered_statements_with_and_without_names() {
        Minutes minutes = read(WordRecord.of("主要意见：", "1. 张三：第五条要改。", "2、第六条罚得太重。", "（三）建议加宣传。", "四、李四（居民）：没有意见。"));
        assertThat(minutes.said())
                .extracting(Said::speaker, Said::clause, Said::original)
                .containsExactly(
                        tuple("张三", "5", "第五条要改。"),
                        tuple("张三", "6", "第六条罚得太重。"),
                        tuple("张三", "", "建议加宣传。"),
                        tuple("李四", "", "没有意见。"));
    }

    @Test
    void statements_without_any_name_after_a_heading() {
        Minutes minutes = read(
                WordRecord.of("时间：2026年11月20日", "发言记录", "第九条和第十条说的是一回事。", "1. 大家都赞成。", "2. 第四十条没有这个规定。", "记录人：小吴"));
        assertThat(minutes.said())
                .extracting(Said::speaker, Said::clause, Said::original)
                .containsExactly(
                        tuple("", "9", "第九条和第十条说的是一回事。"), tuple("", "", "大家都赞成。"), tuple("", "", "第四十条没有这个规定。"));
        assertThat(minutes.collector()).isEqualTo("小吴");
    }

    @Test
    void a_table_of_statements_with_its_own_columns() {
        Minutes minutes = read(WordRecord.of("座谈会发言汇总")
                .table(
                        new String[] {"序号", "姓名", "单位及职务", "涉及条款", "意见建议", "备注"},
                        new String[] {"1", "张三", "早餐店主", "第十二条", "第一行\n第二行", ""},
                        new String[] {"2", "李四（居民）", "", "", "第八条要细化。", "会后电话补充"},
                        new String[] {"3", "", "", "", "", ""}));
        assertThat(minutes.said())
                .extracting(Said::speaker, Said::clause, Said::guessed, Said::original)
                .containsExactly(tuple("张三", "第十二条", false, "第一行\n第二行"), tuple("李四", "8", true, "第八条要细化。"));
        assertThat(minutes.voices()).containsExactly(new Voice("张三", "早餐店主", null), new Voice("李四", "居民", null));
        assertThat(minutes.notes()).containsExactly("座谈会发言汇总", "会后电话补充", "3");
    }

    @Test
    void one_big_table_with_all_statements_in_a_cell() {
        Minutes minutes = read(new WordRecord()
                .table(new String[] {"时间", "2026年11月20日"}, new String[] {"会议内容", "居民甲：第二条好。\n居民乙：第二条不好。\n再想想。"}));
        assertThat(minutes.said())
                .extracting(Said::speaker, Said::clause, Said::original)
                .containsExactly(tuple("居民甲", "2", "第二条好。"), tuple("居民乙", "2", "第二条不好。\n再想想。"));
    }

    @Test
    void headings_by_clause_and_people_of_one_name() {
        Minutes minutes =
                read(WordRecord.of("一、关于第十二条", "张伟（居民）：太严。", "张伟（商户）：不严。", "二、关于第十三条第一款", "张伟（居民）：可以。", "会议到此结束。"));
        assertThat(minutes.said())
                .extracting(Said::speaker, Said::clause, Said::original)
                .containsExactly(tuple("张伟", "12", "太严。"), tuple("张伟（商户）", "12", "不严。"), tuple("张伟", "13.1", "可以。"));
        assertThat(minutes.notes()).containsExactly("一、关于第十二条", "二、关于第十三条第一款", "会议到此结束。");
    }

    @Test
    void what_is_no_record_stays_in_the_notes() {
        Minutes minutes = read(WordRecord.of("通知", "请各站点做好准备：一是场地，二是签到。", "联系人看附件"));
        assertThat(minutes.said()).isEmpty();
        assertThat(minutes.notes()).containsExactly("通知", "请各站点做好准备：一是场地，二是签到。", "联系人看附件");
    }

    @Test
    void other_files_are_refused_with_a_sentence() {
        assertThatThrownBy(() -> RecordFile.read(new byte[0]))
                .isInstanceOf(UnreadableDraft.class)
                .hasMessageContaining("空的");
        assertThatThrownBy(() -> RecordFile.read("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(UnreadableDraft.class)
                .hasMessageContaining(".docx");
        assertThatThrownBy(() -> RecordFile.read(new byte[] {'P', 'K', 3, 4, 0}))
                .isInstanceOf(UnreadableDraft.class);
    }
}
