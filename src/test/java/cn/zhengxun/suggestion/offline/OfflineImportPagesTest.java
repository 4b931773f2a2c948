package cn.zhengxun.suggestion.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.sheet.Verdict;
import cn.zhengxun.suggestion.attachment.Attachments;
import cn.zhengxun.suggestion.attachment.Owner;
import cn.zhengxun.testing.OnH2;
import cn.zhengxun.testing.Rows;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A clerk with a file. */
@OnH2
class OfflineImportPagesTest {
    private static final RequestPostProcessor STAFF = user("staff").authorities(new SimpleGrantedAuthority("staff"));

    @Autowired
    MockMvc mvc;

    @Autowired
    OpinionImports imports;

    @Autowired
    OfflineRecords records;

    @Autowired
    Attachments attachments;

    @Autowired
    Rows rows;

    private ConsultationNumber number;
    private String base;

    @BeforeEach
    void a_consultation() {
        number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        base = "/consultations/" + number.value() + "/offline/import";
    }

    private ResultActions upload(String path, String name, byte[] content) throws Exception {
        return mvc.perform(multipart(path)
                .file(new MockMultipartFile("file", name, null, content))
                .with(STAFF)
                .with(csrf()));
    }

    private String locationOf(ResultActions answer) throws Exception {
        return answer.andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    @Test
    void a_table_is_shown_confirmed_and_its_receipts_are_listed() throws Exception {
        String preview = locationOf(upload(
                base,
                "意见.xlsx",
                new OpinionFile()
                        .row("张三", "<script>alert(1)</script>写得好")
                        .row("李四", "好", OpinionColumn.CLAUSE, "999")
                        .bytes()));
        mvc.perform(get(URI.create(preview)).with(STAFF))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("草案里没有这一条")))
                .andExpect(content().string(not(containsString("<script>alert"))));
        mvc.perform(post(URI.create(preview)).with(STAFF).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请选择“全部无误才导入”")));
        assertThat(mvc.perform(get(URI.create(preview + "/faults")).with(STAFF))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .startsWith('P', 'K');
        mvc.perform(post(URI.create(preview))
                        .param("soundOnly", "true")
                        .with(STAFF)
                        .with(csrf()))
                .andExpect(redirectedUrl(preview + "/receipts"));
        mvc.perform(get(URI.create(preview + "/receipts")).with(STAFF))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("张三")));
        // the second clerk, who pressed a moment later, sees what the first one did
        mvc.perform(post(URI.create(preview))
                        .param("soundOnly", "true")
                        .with(STAFF)
                        .with(csrf()))
                .andExpect(redirectedUrl(preview + "/receipts"));
    }

    @Test
    void a_bad_file_an_expired_preview_and_a_strange_one_get_a_sentence() throws Exception {
        upload(base, "旧.xls", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0})
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("另存为")));
        mvc.perform(multipart(base).with(STAFF).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请选择要导入的文件")));
        mvc.perform(get(base + "/gone").with(STAFF))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("已过期或已处理")));
        String others = imports.preview(new PreviewOpinions(
                rows.consultation(Level.MUNICIPAL, Status.COLLECTING),
                "a.xlsx",
                new OpinionFile().row("甲", "乙").bytes()));
        mvc.perform(post(base + "/" + others + "/drop").with(STAFF).with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        byte[] template = mvc.perform(get(base + "/template").with(STAFF))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        upload(base, "模板.xlsx", template)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("表头下面没有意见")));
    }

    @Test
    void a_comma_separated_file_of_an_old_spreadsheet_is_read_too() throws Exception {
        String csv = "渠道,日期,条款,原话,同意处理个人信息\r\n来信,2026/11/2,整体,\"说得好，\n\"\"真好\"\"\",是\r\n";
        String preview = locationOf(upload(base, "意见.csv", csv.getBytes("GB18030")));
        String id = preview.substring(preview.lastIndexOf('/') + 1);
        assertThat(imports.find(number, id).added()).isEqualTo(1);
        assertThat(imports.lines(id, Verdict.NEW, false, 0, 1).get(0).row())
                .satisfies(row -> assertThat(row.cell(OpinionColumn.ORIGINAL)).isEqualTo("说得好，\n\"真好\""));
    }

    @Test
    void a_word_record_becomes_a_draft_with_its_document_once() throws Exception {
        byte[] docx = WordRecord.of("时间：2026年11月20日", "地点：小院", "主持人：王主任", "张三（居民）：第二条要改。", "李四：没有意见。", "散会")
                .bytes();
        String draft = locationOf(upload(base + "/record", "记录.docx", docx));
        OfflineRecord record =
                records.find(new OfflineRecordId(Long.parseLong(draft.substring(draft.lastIndexOf('/') + 1))));
        assertThat(record.handedIn()).isFalse();
        assertThat(record.occasion().place()).isEqualTo("小院");
        assertThat(record.statements())
                .extracting(Statement::speaker, Statement::clause, Statement::original)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("张三", "2", "第二条要改。"),
                        org.assertj.core.api.Assertions.tuple("李四", "", "没有意见。"));
        assertThat(record.occasion().notes()).contains("记录.docx", "请逐条核对", "散会");
        assertThat(attachments.of(Owner.meeting(record.id().value()))).hasSize(1);
        upload(base + "/record", "改了名.docx", docx).andExpect(redirectedUrl(draft));
        assertThat(attachments.of(Owner.meeting(record.id().value()))).hasSize(1);
    }

    @Test
    void the_template_of_a_record_is_read_back_as_it_was_filled() throws Exception {
        byte[] template = mvc.perform(get(base + "/record/template").with(STAFF))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(MinutesReader.read(
                                RecordFile.read(template),
                                new ClauseNumbers(new cn.zhengxun.draft.clause.ClauseTree(List.of())))
                        .said())
                .isEmpty();
        upload(base + "/record", "坏.docx", new byte[] {'P', 'K', 3, 4}).andExpect(status().isUnprocessableEntity());
        upload(base + "/record", "", new byte[0])
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请选择会议记录的文件")));
    }
}
