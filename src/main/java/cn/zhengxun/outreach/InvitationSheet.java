package cn.zhengxun.outreach;

import cn.zhengxun.audit.AuditTrail;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of invited people as xlsx, written line by line; neither addresses nor links stand in it. */
@Service
@Transactional
class InvitationSheet {
    private static final List<String> HEADINGS = List.of("姓名", "站点", "状态", "时间", "说明");
    private static final int[] WIDTHS = {14, 28, 12, 22, 50};
    private static final int FLUSHED = 1000;

    private final Invitees invitees;
    private final AuditTrail audit;

    InvitationSheet(Invitees invitees, AuditTrail audit) {
        this.invitees = invitees;
        this.audit = audit;
    }

    /**
     * The whole file, so that nothing leaves before the entry in the trail is kept and no slow reader holds a
     * connection. The trail counts the people; the words searched for may be somebody's name.
     *
     * @return an xlsx file
     */
    public byte[] export(ExportInvitees command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int[] line = {0};
        try (Workbook book = new Workbook(out, "Zhengxun", "1.0")) {
            Worksheet sheet = book.newWorksheet("邀请");
            for (int column = 0; column < HEADINGS.size(); column++) {
                sheet.value(0, column, HEADINGS.get(column));
                sheet.width(column, WIDTHS[column]);
            }
            sheet.range(0, 0, 0, HEADINGS.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            invitees.each(command.consultation(), command.search(), invitee -> line(sheet, ++line[0], invitee));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        audit.record(command, command.consultation().value(), Map.of("invitees", line[0]));
        return out.toByteArray();
    }

    private static void line(Worksheet sheet, int line, Invitee invitee) {
        // in its cell, since a table of all names would stay in memory until the end
        sheet.inlineString(line, 0, plain(invitee.name()));
        sheet.value(line, 1, invitee.station() == null ? "" : plain(invitee.station()));
        sheet.value(line, 2, invitee.state().chinese());
        sheet.value(line, 3, invitee.sinceTime());
        sheet.value(line, 4, invitee.error() == null ? "" : plain(invitee.error()));
        if (line % FLUSHED == 0) {
            try {
                sheet.flush();
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    /** A spreadsheet must never take a name for a formula. */
    private static String plain(String text) {
        return !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
