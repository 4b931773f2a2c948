package cn.zhengxun.suggestion.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.privacy.EraseData;
import cn.zhengxun.privacy.Erasure;
import cn.zhengxun.privacy.PersonalData;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.suggestion.Suggestion;
import cn.zhengxun.suggestion.Suggestions;
import cn.zhengxun.suggestion.attachment.Attachment;
import cn.zhengxun.suggestion.attachment.AttachmentDesk;
import cn.zhengxun.suggestion.attachment.AttachmentKind;
import cn.zhengxun.suggestion.attachment.Attachments;
import cn.zhengxun.suggestion.attachment.Owner;
import cn.zhengxun.testing.Rows;
import cn.zhengxun.testing.TestClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** Files that go with an answer, from the page without a script to the staff's download and erasure. */
abstract class AnswerFilesContract {
    private static final byte[] PDF = "%PDF-1.4\nsome pages".getBytes(StandardCharsets.ISO_8859_1);

    @Autowired
    MockMvc browser;

    @Autowired
    Invitations invitations;

    @Autowired
    Suggestions suggestions;

    @Autowired
    Attachments attachments;

    @Autowired
    AttachmentDesk desk;

    @Autowired
    List<PersonalData> personalData;

    @Autowired
    Erasure erasure;

    @Autowired
    Rows rows;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    private ConsultationNumber number;
    private String link;
    private String key;

    @BeforeEach
    void an_open_channel() {
        number = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        String code = "c" + UUID.randomUUID().toString().substring(0, 12);
        invitations.openChannel(number, null, code);
        link = "/q/" + code;
        key = UUID.randomUUID().toString();
    }

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private static MockMultipartFile file(String name, byte[] bytes) {
        return new MockMultipartFile("files", name, "text/html", bytes);
    }

    private static byte[] photo() throws Exception {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, 1), "jpeg", bytes);
        return bytes.toByteArray();
    }

    private MockMultipartHttpServletRequestBuilder form(String action, MockMultipartFile... files) {
        var form = multipart(link);
        Arrays.stream(files).forEach(form::file);
        form.param("key", key)
                .param("clause", "")
                .param("kind", "")
                .param("original", "楼道里没有灯")
                .param("proposed", "")
                .param("reason", "")
                .param("consentProcessing", "on");
        return action == null ? form : (MockMultipartHttpServletRequestBuilder) form.param("action", action);
    }

    private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }

    private static String body(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse download(ConsultationNumber of, long id, String role) throws Exception {
        return send(get("/consultations/" + of + "/attachments/" + id)
                .with(user(role).authorities(new SimpleGrantedAuthority(role))));
    }

    @Test
    void a_form_cannot_take_the_place_of_a_record_whose_key_it_guesses() throws Exception {
        key = "offline:" + Long.MAX_VALUE + ":0";
        desk.take(Owner.staged(key), number, null, List.of(file("扫描件.pdf", PDF)));
        db.sql("UPDATE attachment SET added_by = 'staff' WHERE staged_key = ?")
                .param(key)
                .update();

        MockHttpServletResponse page = send(form("attach"));
        assertThat(body(page)).doesNotContain(key).doesNotContain("扫描件");
        assertThat(send(form("submit")).getStatus()).isEqualTo(303);

        assertThat(db.sql("SELECT COUNT(*) FROM submission WHERE idempotency_key = ?")
                        .param(key)
                        .query(Integer.class)
                        .single())
                .isZero();
        clock.forward(Duration.ofDays(8));
        attachments.tidy();
        assertThat(attachments.of(Owner.staged(key)))
                .as("a clerk's draft may wait longer than a form")
                .hasSize(1);
    }

    @Test
    void files_are_added_one_removed_and_the_others_go_along_when_the_form_is_handed_in() throws Exception {
        MockHttpServletResponse added = send(form("attach", file("C:\\相册\\楼道.png.exe", photo()), file("说明.pdf", PDF)));
        assertThat(added.getStatus()).isEqualTo(200);
        assertThat(body(added))
                .contains("楼道.png.jpg", "说明.pdf", "楼道里没有灯</textarea>", "value=\"" + key + "\"")
                .doesNotContain("??");
        List<Attachment> staged = attachments.of(Owner.staged(key));
        assertThat(staged).extracting(Attachment::kind).containsExactly(AttachmentKind.PHOTO, AttachmentKind.DOCUMENT);

        String less = body(send((MockMultipartHttpServletRequestBuilder)
                form(null).param("detach", Long.toString(staged.get(1).id()))));
        assertThat(less).contains("楼道.png.jpg").doesNotContain("说明.pdf");

        // a file that is chosen, and the form handed in at once
        MockHttpServletResponse done = send(form("submit", file("录音.pdf", PDF)));
        assertThat(done.getStatus()).as(body(done)).isEqualTo(303);
        String receipt = body(send(get(done.getHeader("Location"))));
        assertThat(receipt).contains("附件（2个）", "楼道.png.jpg", "录音.pdf").doesNotContain("/attachments/");

        Suggestion kept = suggestions.of(number).get(0);
        List<Attachment> files = attachments.ofSubmission(kept.submission());
        assertThat(files).extracting(Attachment::fileName).containsExactly("楼道.png.jpg", "录音.pdf");
        assertThat(attachments.of(Owner.staged(key))).isEmpty();
        assertThat(attachments.counts(List.of(kept.submission()))).containsEntry(kept.submission(), 2);

        MockHttpServletResponse pdf = download(number, files.get(1).id(), "leader");
        assertThat(pdf.getContentAsByteArray()).isEqualTo(PDF);
        assertThat(pdf.getContentType()).isEqualTo("application/pdf");
        assertThat(pdf.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E5%BD%95");
        assertThat(pdf.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(pdf.getHeaders("Content-Security-Policy")).anyMatch(policy -> policy.startsWith("sandbox"));
        assertThat(pdf.getHeader("Cache-Control")).contains("no-store");
        assertThat(ImageIO.read(new ByteArrayInputStream(
                        download(number, files.get(0).id(), "staff").getContentAsByteArray())))
                .isNotNull();
        ConsultationNumber other = rows.consultation(Level.NATIONAL, Status.COLLECTING);
        assertThat(download(other, files.get(1).id(), "staff").getStatus()).isEqualTo(404);
        assertThat(download(number, files.get(1).id(), "expert").getStatus()).isEqualTo(403);
        assertThat(body(send(get("/consultations/" + number + "/suggestions/"
                                + kept.id().value())
                        .with(user("staff").authorities(new SimpleGrantedAuthority("staff"))))))
                .contains("/attachments/" + files.get(0).id(), "附件（2个）")
                .doesNotContain("??");
    }

    @Test
    void a_refused_file_is_told_at_its_field_and_nothing_else_is_lost() throws Exception {
        send(form("attach", file("先加的.pdf", PDF)));
        MockHttpServletResponse refused =
                send(form("submit", file("网页.jpg", "<!doctype html><script>x</script>".getBytes())));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(body(refused))
                .contains("“网页”没有添加", "可以添加的有", "href=\"#files\"", "先加的.pdf", "楼道里没有灯</textarea>")
                .doesNotContain("??");
        assertThat(suggestions.count(number)).isZero();

        for (int i = 0; i < 4; i++) {
            assertThat(send(form("attach", file(i + ".pdf", PDF))).getStatus()).isEqualTo(200);
        }
        assertThat(body(send(form("attach", file("第六个.pdf", PDF))))).contains("最多可以添加5个附件");
        assertThat(send(form("submit")).getStatus()).isEqualTo(303);
    }

    @Test
    void what_was_staged_is_nobodys_to_download_and_goes_after_a_week() throws Exception {
        send(form("attach", file("忘了交.pdf", PDF)));
        long staged = attachments.of(Owner.staged(key)).get(0).id();
        assertThat(download(number, staged, "staff").getStatus()).isEqualTo(404);

        clock.forward(Duration.ofDays(8));
        attachments.tidy();
        assertThat(attachments.of(Owner.staged(key))).isEmpty();
        assertThat(db.sql("SELECT COUNT(*) FROM attachment_part WHERE attachment_id = ?")
                        .param(staged)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void more_than_a_thousand_forgotten_files_go_in_one_night() {
        for (int i = 0; i < 1001; i++) {
            db.sql("""
                            INSERT INTO attachment (consultation, staged_key, file_name, kind, media_type, size, sha256,
                                added_at, added_by)
                            SELECT number, ?, 'f.pdf', 'DOCUMENT', 'application/pdf', 1, '', registered_at, 'public'
                            FROM consultation WHERE number = ?
                            """).params(key, number.value()).update();
        }

        clock.forward(Duration.ofDays(8));
        attachments.tidy();

        assertThat(attachments.of(Owner.staged(key))).isEmpty();
    }

    @Test
    void a_file_that_comes_with_late_words_is_kept_with_them() throws Exception {
        clock.forward(Duration.ofDays(20));

        MockHttpServletResponse refused =
                send(form("submit", file("网页.jpg", "<!doctype html><script>x</script>".getBytes())));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(body(refused))
                .contains("“网页”没有添加", "楼道里没有灯</textarea>", "作为逾期意见交给工作人员", "value=\"" + key + "\"")
                .doesNotContain("??");
        MockHttpServletResponse done = send(form("submit", file("晚到的.pdf", PDF)));

        assertThat(done.getStatus()).as(body(done)).isEqualTo(303);
        assertThat(body(send(get(done.getHeader("Location"))))).contains("逾期意见", "附件（1个）", "晚到的.pdf");
        assertThat(suggestions.count(number)).isZero();
    }

    @Test
    void a_file_that_comes_while_no_words_are_taken_is_refused_with_a_sentence() throws Exception {
        db.sql("UPDATE consultation SET suspended_at = registered_at WHERE number = ?")
                .param(number.value())
                .update();
        MockHttpServletResponse paused = send(form("submit", file("说明.pdf", PDF)));
        db.sql("UPDATE consultation SET suspended_at = NULL, status = 'ARCHIVED' WHERE number = ?")
                .param(number.value())
                .update();
        MockHttpServletResponse over = send(form("submit", file("说明.pdf", PDF)));

        assertThat(List.of(paused.getStatus(), over.getStatus())).containsOnly(422);
        assertThat(body(paused)).contains("征集暂时停下来了，选好的文件没有收下", "楼道里没有灯");
        assertThat(body(over)).contains("不再接收意见，选好的文件没有收下", "楼道里没有灯").doesNotContain("作为逾期意见交给");
        assertThat(attachments.of(Owner.staged(key))).isEmpty();
    }

    @Test
    void a_large_file_comes_back_as_it_went_in() throws Exception {
        byte[] large = Arrays.copyOf(PDF, 700_001);
        for (int i = 20; i < large.length; i++) {
            large[i] = (byte) (i * 31 + i / 256);
        }
        desk.take(Owner.meeting(4711), number, null, List.of(file("签到.pdf", large)));
        Attachment kept = attachments.of(Owner.meeting(4711)).get(0);
        assertThat(kept.shownSize()).isEqualTo("684 KB");
        assertThat(download(number, kept.id(), "staff").getContentAsByteArray()).isEqualTo(large);
    }

    @Test
    void files_are_erased_with_the_person_and_only_say_that_they_were_there() throws Exception {
        send(form("submit", file("我的脸.jpg", photo())));
        Suggestion kept = suggestions.of(number).get(0);
        long file = attachments.ofSubmission(kept.submission()).get(0).id();
        Subject person = Subject.ofReceipt(kept.receipt());
        assertThat(personalData.stream()
                        .flatMap(room -> room.copyOf(person).stream())
                        .toList()
                        .toString())
                .contains("我的脸.jpg");

        erasure.erase(new EraseData(person));

        assertThat(attachments.ofSubmission(kept.submission()))
                .allMatch(Attachment::erased)
                .extracting(Attachment::fileName)
                .containsExactly("");
        assertThat(download(number, file, "staff").getStatus()).isEqualTo(404);
        assertThat(db.sql("SELECT COUNT(*) FROM attachment_part WHERE attachment_id = ?")
                        .param(file)
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
