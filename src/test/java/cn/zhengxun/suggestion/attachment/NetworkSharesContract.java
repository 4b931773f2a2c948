package cn.zhengxun.suggestion.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.testing.Rows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** No network fills a consultation's space: 1000 bytes here, of which 250 may wait from one network and 500 be its own. */
abstract class NetworkSharesContract {
    private static final String CENTRE = "203.0.113.7";

    @Autowired
    Attachments attachments;

    @Autowired
    AttachmentRows attachmentRows;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient db;

    @TempDir
    Path folder;

    private NetworkShares shares;
    private ConsultationNumber number;

    @BeforeEach
    void a_small_space() {
        DataSize any = DataSize.ofMegabytes(1);
        shares = new NetworkShares(
                new AttachmentLimits(any, any, any, 5, 50, DataSize.ofBytes(1000), Duration.ofDays(7), 150, 25, 50),
                attachmentRows);
        number = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
    }

    private Attachment added(String address, Owner owner, int size) throws Exception {
        shares.require(address, number, size);
        Path file = Files.write(folder.resolve(UUID.randomUUID().toString()), new byte[size]);
        Attachment added = attachments.attach(
                new AttachFile(owner, number, "照片.pdf", new VettedFile(FileType.PDF, file, size, "0".repeat(64))));
        shares.add(address, added);
        return added;
    }

    private static Owner form() {
        return Owner.staged(UUID.randomUUID().toString());
    }

    private Owner handedIn() {
        return Owner.submission(db.sql("SELECT submission_id FROM suggestion WHERE id = ?")
                .param(rows.suggestion(number, null, null, "一句话").value())
                .query(Long.class)
                .single());
    }

    private void assertRefused(String address, int size, String... words) {
        assertThatThrownBy(() -> shares.require(address, number, size))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContainingAll(words);
    }

    @Test
    void what_waits_from_one_network_has_an_end_and_others_have_room() throws Exception {
        for (int person = 0; person < 5; person++) {
            added(CENTRE, form(), 50);
        }

        assertRefused(CENTRE, 1, "还没有提交的附件已经很多", "文字意见现在就可以提交");
        assertThat(added("203.0.113.8", form(), 250).id()).isPositive();
        added(null, Owner.meeting(991_177), 300);
        ConsultationNumber other = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        shares.require(CENTRE, other, 250);
    }

    @Test
    void handing_in_and_removing_make_room_again() throws Exception {
        Owner first = form();
        Owner second = form();
        added(CENTRE, first, 120);
        Attachment removed = added(CENTRE, second, 120);
        assertRefused(CENTRE, 50, "还没有提交");

        attachments.adopt(
                new AdoptAttachments(first.key(), Long.parseLong(handedIn().key())));
        added(CENTRE, form(), 50);
        attachments.remove(new RemoveAttachment(second, removed.id()));
        added(CENTRE, form(), 180);
    }

    @Test
    void what_is_handed_in_from_one_network_has_an_end_too() throws Exception {
        for (int person = 0; person < 2; person++) {
            Owner form = form();
            added(CENTRE, form, 200);
            attachments.adopt(
                    new AdoptAttachments(form.key(), Long.parseLong(handedIn().key())));
        }
        added(CENTRE, handedIn(), 60);

        assertRefused(CENTRE, 41, "给别的地方留出空间", "附件请交给工作人员");
        added(CENTRE, form(), 40);
    }
}
