package cn.zhengxun.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.zhengxun.adoption.OutcomeKind;
import cn.zhengxun.adoption.RecordOutcome;
import cn.zhengxun.consultation.Level;
import cn.zhengxun.consultation.Status;
import cn.zhengxun.directory.AddInformant;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.directory.InformantDetails;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.PreferredChannel;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.kernel.Timestamps;
import cn.zhengxun.outreach.Invitation;
import cn.zhengxun.outreach.mail.Mail;
import cn.zhengxun.outreach.mail.QueuedMail;
import cn.zhengxun.outreach.mail.Recipient;
import cn.zhengxun.privacy.Chapter;
import cn.zhengxun.privacy.EraseData;
import cn.zhengxun.privacy.Erasure;
import cn.zhengxun.privacy.MakeRequest;
import cn.zhengxun.privacy.RequestKind;
import cn.zhengxun.privacy.Requests;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.testing.EveryText;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Somebody with a name that nobody else has goes through the whole product, is hidden from experts and managers all the
 * while, and is erased; then every table, file, page and line of the log is searched.
 */
@ExtendWith(OutputCaptureExtension.class)
abstract class ErasedPersonContract extends StepsFixture {
    private static final String NAME = "欧阳彧霖";
    private static final String PHONE = "13942087713";
    private static final String MAIL = "yulin.ouyang@distinct.example";
    private static final String OTHER_MAIL = "old.ouyang@distinct.example";
    private static final String UNIT = "青泥洼桥糖炒栗子合作社";
    private static final String TRADE = "钟表修理彧师傅";
    private static final String OUTSIDER = "慕容晔晟";
    private static final String OUTSIDERS_PHONE = "18841199027";
    private static final String OWN_CATEGORY = "第七代糖画手艺人";
    private static final String ON_PHONE = "南宫懿轩";
    private static final Set<String> PERSON = Set.of(
            NAME,
            PHONE,
            "139 4208 7713",
            MAIL,
            OTHER_MAIL,
            UNIT,
            TRADE,
            OWN_CATEGORY,
            OUTSIDER,
            OUTSIDERS_PHONE,
            ON_PHONE);
    private static final String WORDS = "我是" + NAME + "，电话139 4208 7713。小区的树该由物业来管。";

    @Autowired
    Directory directory;

    @Autowired
    Erasure erasure;

    @Autowired
    Requests requests;

    @Autowired
    DataSource database;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private InformantId person;
    private InformantId older;
    private StationId station;
    private Invitation invitation;
    private String token;

    @Test
    void nothing_leads_to_a_person_who_was_erased_and_every_count_stays(CapturedOutput log) throws Exception {
        walk.account("manager");
        theDirectoryKnows();
        asked();
        answered();
        typedByStaff();
        mailed();
        workedOn();
        told();
        typedAroundIt();
        List<String> receipts = receipts();
        assertThat(receipts).hasSize(3);
        List<Subject> subjects = List.of(
                Subject.ofInformant(person.value()),
                Subject.ofReceipt(receipts.get(1)),
                Subject.ofReceipt(receipts.get(2)));
        Set<String> traces = new TreeSet<>(PERSON);
        traces.addAll(receipts);

        hiddenFromExpertsAndManagers();
        assertThat(facts(subjects.get(0)))
                .contains(NAME, PHONE, MAIL, TRADE, WORDS)
                .contains("整体草稿：" + WORDS, "意见类型实质修改", "同意处理个人信息没有勾选")
                .doesNotContain("{\"", "SUBSTANCE");
        assertThat(facts(subjects.get(1))).contains(OUTSIDER, OUTSIDERS_PHONE).doesNotContain(NAME);
        Set<String> before = new EveryText(database).holding(traces);
        assertThat(tables(before))
                .as("the search finds what is there")
                .contains("informant", "waiting_row", "informant_training", "audience_member", "demo_mail")
                .contains("submission", "suggestion_words", "unsent_draft", "screening", "review_note", "outcome")
                .contains("station_report", "act_hi_comment", "act_hi_varinst")
                .contains("outbox", "not_mine", "privacy_request", "suggestion_change", "arrival_step", "arrival_case")
                .contains("offline_record", "offline_speaker", "offline_statement", "attachment")
                .doesNotContain("report", "case_file", "audit_entry", "bounce");
        Map<String, String> counts = counts();

        subjects.forEach(subject -> walk.as(
                "staff", () -> assertThat(erasure.erase(new EraseData(subject))).isPositive()));

        assertThat(new EveryText(database).holding(traces)).isEmpty();
        assertThat(counts()).isEqualTo(counts);
        assertThat(pages("staff", traces)).isEmpty();
        assertThat(exports(traces)).isEmpty();
        assertThat(facts(subjects.get(0))).isEmpty();
        assertThat(log.getAll()).doesNotContain(traces.toArray(String[]::new)).doesNotContain(token);
        theWordsStayWithoutTheirAuthor();
        nothingPointsToTheEntries();
        theLinkEnds();
        subjects.forEach(subject -> walk.as(
                "staff", () -> assertThat(erasure.erase(new EraseData(subject))).isZero()));
    }

    private void theDirectoryKnows() {
        station = rows.station("解放桥小院");
        person = walk.as(
                "staff",
                () -> directory.add(new AddInformant(new InformantDetails(
                        NAME,
                        PHONE,
                        MAIL,
                        station,
                        "60岁以上",
                        TRADE,
                        false,
                        LocalDate.of(2025, 3, 1),
                        null,
                        PreferredChannel.MAIL,
                        Set.of()))));
        older = rows.informant(NAME, OTHER_MAIL, station);
        write(
                "UPDATE informant SET merged_into = ?, active = FALSE, occupation = ? WHERE id = ?",
                person.value(),
                TRADE,
                older.value());
        write("UPDATE station SET coordinator_id = ? WHERE id = ?", person.value(), station.value());
        write(
                "INSERT INTO informant_training (informant_id, trained_on, topic, recorded_by, recorded_at) VALUES (?, DATE '2025-05-01', ?, 'staff', ?)",
                person.value(),
                NAME + "主讲",
                now());
        write(
                "INSERT INTO informant_consent (informant_id, kind, given, decided_on, wording, recorded_by, recorded_at) VALUES (?, 'PROFILING', TRUE, DATE '2025-05-01', ?, 'staff', ?)",
                older.value(),
                NAME + "口头同意",
                now());
        String file = "erased-" + person.value();
        write(
                "INSERT INTO waiting_file (id, purpose, file_name, file_sha256, uploaded_by, uploaded_at, expires_at, remarks) VALUES (?, 'INFORMANTS', '名录.xlsx', '', 'staff', ?, ?, '')",
                file,
                now(),
                Timestamps.of(clock.instant().plusSeconds(3600)));
        write(
                "INSERT INTO waiting_row (file_id, line, cells, verdict, informant_id, note, findings) VALUES (?, 2, ?, 'NEW', NULL, NULL, '[]')",
                file,
                "{\"NAME\":\"" + NAME + "\",\"PHONE\":\"" + PHONE + "\"}");
    }

    private void asked() {
        planned();
        InformantId substitute = rows.informant("丁一", "one@example.com");
        walk.run("callActivity_push");
        walk.complete("userTask_confirmAudience", "staff");
        walk.run("serviceTask_issueInvitations", "serviceTask_queueMail");
        walk.run("callActivity_explain", "callActivity_collect");
        invitation = invitations.find(number, person).orElseThrow();
        token = invitations.mint(invitation.id());
        write(
                "UPDATE audience_member SET reason = ? WHERE consultation = ? AND informant_id = ?",
                "替换" + NAME + "：搬走了",
                number.value(),
                substitute.value());
        write(
                "INSERT INTO station_slip (consultation, station_id, issued_at, issued_by, claimed_at, claimed_by) VALUES (?, ?, ?, 'staff', ?, ?)",
                number.value(),
                station.value(),
                now(),
                now(),
                person.value());
        write("""
                INSERT INTO station_report (slip_id, reached, meetings, handed_over, note, coordinator_id, entered_by, form_key, reported_at)
                SELECT id, 5, 1, 0, ?, ?, 'staff', 'form', ? FROM station_slip WHERE consultation = ?
                """, NAME + "主持", person.value(), now(), number.value());
        explained();
    }

    private void answered() throws Exception {
        send(post("/i/" + token)
                .param("action", "submit")
                .param("key", "erased-" + person.value())
                .param("clause", "")
                .param("kind", "SUBSTANCE")
                .param("original", WORDS)
                .param("proposed", "由" + NAME + "来管")
                .param("reason", "")
                .param("identityCategory", "")
                .param("ageBand", "")
                .param("proposerName", NAME)
                .param("proposerContact", PHONE)
                .param("consentProcessing", "on")
                .param("consentPublishName", "on"));
        write("UPDATE submission SET unit = ?, collector = ? WHERE informant_id = ?", UNIT, NAME, person.value());
        String code = "erased" + person.value();
        invitations.openChannel(number, station, code);
        send(post("/q/" + code)
                .param("action", "submit")
                .param("key", "outside-" + person.value())
                .param("clause", "")
                .param("kind", "SUBSTANCE")
                .param("original", OUTSIDER + "说，树坑要大。")
                .param("proposed", "")
                .param("reason", "请打" + OUTSIDERS_PHONE)
                .param("identityCategory", "其他")
                .param("otherCategory", OWN_CATEGORY)
                .param("ageBand", "")
                .param("proposerName", OUTSIDER)
                .param("proposerContact", OUTSIDERS_PHONE)
                .param("consentProcessing", "on"));
        var another = rows.consultation(Level.MUNICIPAL, Status.COLLECTING);
        String elsewhere = invitations.mint(rows.invitation(another, person));
        send(post("/i/" + elsewhere)
                .param("action", "save")
                .param("key", "draft-" + person.value())
                .param("clause", "")
                .param("kind", "SUBSTANCE")
                .param("original", "草稿：" + WORDS)
                .param("proposed", "")
                .param("reason", "")
                .param("identityCategory", "")
                .param("ageBand", "")
                .param("proposerName", NAME));
    }

    private void typedByStaff() {
        Map<String, Object> form = new HashMap<>();
        form.put("consultation", number.value());
        form.put("channel", "MEETING");
        form.put("onBehalf", true);
        form.put("confirmedByPerson", true);
        form.put("consentProcessing", true);
        form.put("proposerName", ON_PHONE);
        form.put("proposerContact", OUTSIDERS_PHONE);
        form.put(
                "suggestions",
                "[{\"clause\":null,\"kind\":\"SUBSTANCE\",\"original\":\"" + ON_PHONE
                        + "来电：多种树。\",\"proposed\":null,\"reason\":null}]");
        var instance = walk.as("staff", () -> walk.submitStart(Models.SUGGESTION_ENTRY, form));
        var receipt = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
        engine.getTaskService().createComment(receipt.getId(), instance.getId(), ON_PHONE + "的回执请寄" + OUTSIDERS_PHONE);
        walk.as("staff", () -> engine.getFormService().submitTaskForm(receipt.getId(), Map.of()));
    }

    /** As the demo mailbox shows it; and one that waits, whose last attempt said why it did not go. */
    private void mailed() {
        String id = Long.toString(person.value());
        QueuedMail queued =
                new QueuedMail(1, "invitation:" + number, number, Recipient.informant(person), "invitation", 1);
        Mail mail = mailWriters.stream()
                .filter(writer -> writer.template().equals("invitation"))
                .findFirst()
                .orElseThrow()
                .write(queued);
        assertThat(mail.text()).contains(NAME);
        write(
                "UPDATE outbox SET status = 'SENT', sent_at = ? WHERE recipient = ? AND consultation = ?",
                now(),
                id,
                number.value());
        write("""
                INSERT INTO demo_mail (message_id, recipient, subject, body, shown_at)
                SELECT message_id, ?, ?, ?, ? FROM outbox WHERE recipient = ? AND consultation = ?
                """, MAIL, mail.subject(), mail.text(), now(), id, number.value());
        write(
                "INSERT INTO demo_mail (message_id, recipient, subject, body, shown_at) VALUES (?, 'coordinator@example.com', '尚未答复的人', ?, ?)",
                "silent-" + id,
                "解放桥小院：" + NAME,
                now());
    }

    private void workedOn() {
        clock.set(consultations.find(number).collectUntil().plusSeconds(1));
        walk.fire("timer_collectUntil").run("callActivity_collect", "callActivity_collate", "serviceTask_findAlike");
        screened();
        write(
                "UPDATE screening SET normalised = ? WHERE suggestion_id IN (SELECT s.id FROM suggestion s JOIN submission m ON m.id = s.submission_id WHERE m.informant_id = ?)",
                "按" + NAME + "的意思，由物业管理树木。",
                person.value());
        walk.complete("userTask_collate", "staff");
        walk.complete("userTask_checkCollation", "staff2", "decision", "approve");
        walk.run("callActivity_review");
        noted("expert1");
        walk.run("userTask_review");
        noted("expert2");
        write(
                "UPDATE review_note SET necessity = ? WHERE expert_id = ? AND suggestion_id IN (SELECT s.id FROM suggestion s JOIN submission m ON m.id = s.submission_id WHERE m.informant_id = ?)",
                NAME + "说得对",
                experts[1].value(),
                person.value());
        walk.run("userTask_review");
        walk.run("callActivity_submit");
        walk.complete("userTask_checkReport", "director", "decision", "approve");
        walk.complete("userTask_signReport", "leader", "decision", "approve");
        walk.run("serviceTask_notifySubmitted");
        receiptRecorded();
    }

    private void told() {
        suggestions
                .of(number)
                .forEach(suggestion -> walk.as(
                        "staff",
                        () -> outcomes.record(new RecordOutcome(
                                number,
                                suggestion.id(),
                                OutcomeKind.NOT_ADOPTED,
                                null,
                                null,
                                null,
                                suggestion.informant() == null ? "由其他条款规定。" : "已电话告诉" + NAME + "，由其他条款规定。",
                                "审议结果的报告"))));
        walk.complete("userTask_recordOutcomes", "staff");
        walk.complete("userTask_checkOutcomes", "staff2", "decision", "approve");
        walk.run("serviceTask_publishOutcomes", "callActivity_archive");
        walk.complete("userTask_approveEvaluation", "director", "remark", "办理规范");
        walk.run("serviceTask_archiveCase");
    }

    /** What hangs on submissions and people beside the ten steps; half of it on the entry that was merged away. */
    private void typedAroundIt() {
        String key = "around" + person.value();
        long submission = db.sql("SELECT id FROM submission WHERE informant_id = ?")
                .param(person.value())
                .query(Long.class)
                .single();
        long suggestion = db.sql("SELECT MIN(id) FROM suggestion WHERE submission_id = ?")
                .param(submission)
                .query(Long.class)
                .single();
        write("""
                INSERT INTO certificate (informant_id, certified_year, revision, code, consultations, suggestions, submitted, adopted, issued_at)
                VALUES (?, 2026, 1, ?, 1, 1, 1, 0, ?)
                """, older.value(), "E" + person.value(), now());
        write("""
                INSERT INTO outbox (campaign, consultation, recipient_kind, recipient, template, revision, message_id, status, attempts,
                    next_try_at, created_at, last_error)
                VALUES (?, ?, 'AUTHOR', ?, 'receipt', 1, ?, 'FAILED', 1, ?, ?, ?)
                """, key, number.value(), "" + submission, key, now(), now(), "没有这个邮箱：" + MAIL);
        write(
                "INSERT INTO demo_mail (message_id, recipient, subject, body, shown_at) VALUES (?, 'typed@example.com', '回执', ?, ?)",
                key,
                NAME + "，您好",
                now());
        write("""
                INSERT INTO not_mine (consultation, kind, invitation_id, submission_id, reported_at, settled_as, settled_by, settled_at, remark)
                VALUES (?, 'SUBMISSION', ?, ?, ?, 'MISTAKE', 'staff', ?, ?)
                """, number.value(), invitation.id().value(), submission, now(), now(), "打" + PHONE + "问过" + NAME);
        write("INSERT INTO not_mine_token (hash, submission_id, minted_at) VALUES (?, ?, ?)", key, submission, now());
        write("""
                INSERT INTO suggestion_change (suggestion_id, kind, change_key, changed_at, changed_by, reason)
                VALUES (?, 'RESTORED', ?, ?, 'staff', ?)
                """, suggestion, key, now(), NAME + "来电更正");
        write("""
                INSERT INTO submission_consent (submission_id, kind, given, decided_at, recorded_by)
                VALUES (?, 'CALL_BACK', FALSE, ?, 'public')
                """, submission, now());
        write(
                "UPDATE arrival_case SET version = version + 1, routed_to = ? WHERE suggestion_id = ?",
                "街道信访办，由" + NAME + "本人送去",
                suggestion);
        write("""
                INSERT INTO arrival_step (suggestion_id, version, state, acted_by, acted_at, reason)
                SELECT suggestion_id, version, state, 'staff', ?, ? FROM arrival_case WHERE suggestion_id = ?
                """, now(), "是" + NAME + "自己的电话" + PHONE, suggestion);
        request(key + "a", older.value(), null, NAME + "要求更正单位");
        askedAndWrittenTo();
        request(key + "b", null, NAME, NAME + "来问");
        takenDownOffline(key);
        attached(key, submission);
    }

    /** The letter about it as the demo mailbox shows it. */
    private void askedAndWrittenTo() {
        String asked = requests.make(
                new MakeRequest(Subject.ofInformant(person.value()), RequestKind.EXPLANATION, NAME + "想知道存了什么"));
        write("""
                INSERT INTO demo_mail (message_id, recipient, subject, body, shown_at)
                SELECT message_id, 'request@example.com', '个人信息请求', ?, ? FROM outbox WHERE campaign = ?
                """, NAME + "，您好", now(), "request-received:" + asked);
    }

    private void request(String key, Long informant, String asker, String wish) {
        assertThat(db.sql("""
                                INSERT INTO privacy_request (number, kind, informant_id, way, asker, wish, received_on, recorded_at, recorded_by,
                                    due_on, state, decided_at, decided_by, reply)
                                VALUES (:number, 'EXPLANATION', :informant, 'TELEPHONE', :asker, :wish, DATE '2026-11-20', :now, 'staff',
                                    DATE '2026-12-11', 'DONE', :now, 'staff', :reply)
                                """)
                        .param("number", key.substring(Math.max(0, key.length() - 20)))
                        .param("informant", informant, java.sql.Types.BIGINT)
                        .param("asker", asker, java.sql.Types.VARCHAR)
                        .param("wish", wish)
                        .param("reply", "已经答复" + NAME)
                        .param("now", now())
                        .update())
                .isOne();
    }

    /** A record that is being typed, and a file whose rows wait. */
    private void takenDownOffline(String key) {
        write("""
                INSERT INTO offline_record (consultation, form_key, meeting, channel, chair, notes, notice_read, confirmed, status, version,
                    begun_at, begun_by, saved_at, saved_by)
                VALUES (?, ?, TRUE, 'MEETING', ?, ?, TRUE, FALSE, 'DRAFT', 1, ?, 'staff', ?, 'staff')
                """, number.value(), key, NAME, NAME + "先走了，电话" + PHONE, now(), now());
        write("""
                INSERT INTO offline_speaker (record_id, position, label, informant_id, outsider, contact, unit, confirmed, guardian, call_back,
                    publish_name)
                SELECT id, 0, ?, ?, FALSE, ?, ?, FALSE, FALSE, FALSE, FALSE FROM offline_record WHERE form_key = ?
                """, NAME, older.value(), PHONE, UNIT, key);
        write(
                "INSERT INTO offline_statement (record_id, position, speaker, original) SELECT id, 0, ?, ? FROM offline_record WHERE form_key = ?",
                NAME,
                WORDS,
                key);
        write(
                "INSERT INTO waiting_file (id, purpose, consultation, file_name, file_sha256, uploaded_by, uploaded_at, expires_at, remarks) VALUES (?, 'OPINIONS', ?, '来信.xlsx', ?, 'staff', ?, ?, '')",
                key,
                number.value(),
                "0".repeat(64),
                now(),
                Timestamps.of(clock.instant().plusSeconds(3600)));
        String row =
                "INSERT INTO waiting_row (file_id, line, cells, verdict, informant_id, findings) VALUES (?, ?, ?, 'NEW', ?, '[]')";
        write(row, key, 2, "{\"ORIGINAL\":\"" + WORDS + "\"}", older.value());
        write(
                row.replace("informant_id, ", "").replace("'NEW', ?", "'NEW'"),
                key,
                3,
                "{\"ORIGINAL\":\"听" + NAME + "说\"}");
    }

    private void attached(String key, long submission) {
        String file = """
                INSERT INTO attachment (consultation, submission_id, meeting_id, file_name, kind, media_type, size, sha256, added_at, added_by)
                SELECT ?, %s, ?, 'PHOTO', 'image/jpeg', 1, '0', ?, 'staff' %s
                """;
        write(
                file.formatted("?, NULL", "FROM submission WHERE id = " + submission),
                number.value(),
                submission,
                NAME + "的照片.jpg",
                now());
        write(
                file.formatted("NULL, id", "FROM offline_record WHERE form_key = '" + key + "'"),
                number.value(),
                "签到表-" + NAME + ".jpg",
                now());
    }

    private void nothingPointsToTheEntries() {
        for (String table : List.of(
                "certificate",
                "privacy_request",
                "offline_speaker",
                "waiting_row",
                "informant_tag",
                "informant_training",
                "informant_consent",
                "station_slip_token")) {
            assertThat(db.sql("SELECT COUNT(*) FROM " + table + " WHERE informant_id IN (:ids)")
                            .param("ids", List.of(person.value(), older.value()))
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(db.sql("SELECT COUNT(*) FROM not_mine_token WHERE hash = ?")
                        .param("around" + person.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Of the informant, the outsider and the caller. */
    private List<String> receipts() {
        return db.sql("SELECT receipt FROM submission WHERE consultation = ? ORDER BY id")
                .param(number.value())
                .query(String.class)
                .list();
    }

    private String facts(Subject subject) {
        return erasure.copy(subject).stream()
                .map(Chapter::facts)
                .flatMap(Collection::stream)
                .map(fact -> fact.label() + fact.text())
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> tables(Set<String> found) {
        return found.stream()
                .map(place -> place.substring(0, place.indexOf('.')))
                .collect(Collectors.toSet());
    }

    private void hiddenFromExpertsAndManagers() throws Exception {
        assertThat(pages("staff", PERSON)).as("the office reads names").isNotEmpty();
        assertThat(pages("expert", PERSON)).isEmpty();
        assertThat(pages("manager", PERSON)).isEmpty();
    }

    /** Every page, file and answer of ours that the role may read. @return those that say one of the texts */
    private Set<String> pages(String role, Collection<String> texts) throws Exception {
        Set<String> telling = new TreeSet<>();
        Set<String> read = new TreeSet<>();
        for (String path : paths().toList()) {
            MockHttpServletResponse answer = pages.perform(
                            get(java.net.URI.create(org.springframework.web.util.UriUtils.encodePath(path, "UTF-8")))
                                    .with(user(role.equals("expert") ? "expert1" : role)
                                            .authorities(new SimpleGrantedAuthority(role))))
                    .andReturn()
                    .getResponse();
            if (answer.getStatus() == 200) {
                read.add(path);
                said(answer.getContentAsByteArray(), texts).forEach(text -> telling.add(path + ": " + text));
            }
        }
        assertThat(read).as("pages that " + role + " may read").hasSizeGreaterThan(5);
        return telling;
    }

    private Stream<String> paths() {
        String suggestion = db.sql("SELECT MIN(s.id) FROM suggestion s WHERE s.consultation = ?")
                .param(number.value())
                .query(Long.class)
                .single()
                .toString();
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("cn.zhengxun"))
                .filter(entry ->
                        entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .filter(path -> !path.startsWith("/i/") && !path.startsWith("/q/"))
                .map(path -> path.replaceAll("\\{(\\w+):[^/]*}", "{$1}")
                        .replace("{number}", number.value())
                        .replace("{occasion}", "final")
                        .replace("{version}", "1")
                        .replace("{step}", "5"))
                .map(path -> path.contains("/informants/") ? path.replaceAll("\\{[^}]+}", "" + person.value()) : path)
                .map(path -> path.contains("/stations/") ? path.replaceAll("\\{[^}]+}", "" + station.value()) : path)
                .map(path -> path.replaceAll("\\{[^}]+}", suggestion))
                .sorted();
    }

    private static List<String> said(byte[] answer, Collection<String> texts) {
        List<String> contents = EveryText.contents(answer);
        return texts.stream()
                .filter(text -> contents.stream().anyMatch(content -> content.contains(text)))
                .toList();
    }

    private Set<String> exports(Collection<String> texts) throws Exception {
        Set<String> telling = new TreeSet<>();
        for (MockHttpServletRequestBuilder export : List.of(
                post("/directory/export"),
                get("/directory?name=&withInactive=true"),
                get("/consultations/{number}/suggestions?late=true", number.value()),
                get("/consultations/{number}/invitations/list.xlsx", number.value()),
                get("/consultations/{number}/case-file/closing.zip", number.value()),
                get("/dashboard/list.csv?count=collected"))) {
            MockHttpServletResponse answer = pages.perform(
                            export.with(user("staff").authorities(new SimpleGrantedAuthority("staff")))
                                    .with(csrf()))
                    .andReturn()
                    .getResponse();
            said(answer.getContentAsByteArray(), texts)
                    .forEach(text -> telling.add(answer.getContentType() + ": " + text));
        }
        return telling;
    }

    /** What managers and the office count. */
    private Map<String, String> counts() throws Exception {
        Map<String, String> counts = new TreeMap<>();
        counts.put(
                "statistics",
                pages.perform(get("/api/v1/statistics")
                                .with(user("manager").authorities(new SimpleGrantedAuthority("manager"))))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        for (String counted : List.of(
                "COUNT(DISTINCT informant_id) FROM counted_suggestion WHERE consultation = :number",
                "COUNT(*) FROM suggestion WHERE consultation = :number",
                "COUNT(*) FROM invitation WHERE revoked_at IS NULL AND consultation = :number",
                "COUNT(answered_at) FROM invitation WHERE consultation = :number",
                "COUNT(*) FROM audience_member WHERE included AND consultation = :number",
                "COUNT(*) FROM outcome_letter WHERE consultation = :number",
                "COUNT(*) FROM informant i JOIN invitation v ON v.informant_id = i.id WHERE i.station_id IS NOT NULL AND v.consultation = :number")) {
            counts.put(
                    counted,
                    db.sql("SELECT " + counted)
                            .param("number", number.value())
                            .query(String.class)
                            .single());
        }
        return counts;
    }

    private void theWordsStayWithoutTheirAuthor() {
        assertThat(suggestions.of(number))
                .hasSize(3)
                .anySatisfy(suggestion -> assertThat(suggestion.original()).isEqualTo("我是■■，电话■■。小区的树该由物业来管。"));
    }

    private void theLinkEnds() throws Exception {
        int status = pages.perform(get("/i/" + token)).andReturn().getResponse().getStatus();
        assertThat(status).isEqualTo(404);
    }

    private void send(MockHttpServletRequestBuilder request) throws Exception {
        int status = pages.perform(request).andReturn().getResponse().getStatus();
        assertThat(status).isEqualTo(303);
    }

    private java.time.OffsetDateTime now() {
        return Timestamps.of(clock.instant());
    }

    private void write(String sql, Object... values) {
        assertThat(db.sql(sql).params(values).update()).as(sql).isPositive();
    }
}
