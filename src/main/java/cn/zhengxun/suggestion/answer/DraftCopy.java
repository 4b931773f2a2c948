package cn.zhengxun.suggestion.answer;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.Consultations;
import cn.zhengxun.draft.clause.Clause;
import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.outreach.InvitationId;
import cn.zhengxun.outreach.Invitations;
import cn.zhengxun.privacy.Chapter;
import cn.zhengxun.privacy.Chapter.Fact;
import cn.zhengxun.suggestion.DraftSheets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** An unsent draft in the copy of somebody's data, as its page shows it: the clauses by their labels, then words and ticks. */
@Component
class DraftCopy {
    private final UnsentDrafts drafts;
    private final Invitations invitations;
    private final Consultations consultations;
    private final DraftSheets sheets;

    DraftCopy(UnsentDrafts drafts, Invitations invitations, Consultations consultations, DraftSheets sheets) {
        this.drafts = drafts;
        this.invitations = invitations;
        this.consultations = consultations;
        this.sheets = sheets;
    }

    /** @return empty where none is kept */
    Optional<Chapter> of(InvitationId invitation) {
        return drafts.find(invitation).map(draft -> {
            Consultation consultation = consultations.find(
                    invitations.find(invitation).orElseThrow().consultation());
            return new Chapter(
                    "没有提交的草稿：" + consultation.title(),
                    facts(draft, sheets.of(consultation).clauses()));
        });
    }

    private static List<Fact> facts(UnsentDraft draft, ClauseTree clauses) {
        AnswerForm form = draft.form();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("保存时间", draft.time()));
        for (AnswerForm.Row row : form.rows()) {
            if (!row.untouched()) {
                facts.add(new Fact(label(row, clauses), row.original().isBlank() ? "（还没有写）" : row.original()));
                row.chosenKind().ifPresent(kind -> facts.add(new Fact("意见类型", kind.chinese())));
                written(facts, "建议条文", row.proposed());
                written(facts, "理由", row.reason());
            }
        }
        AnswerForm.Person person = form.person();
        written(facts, "姓名", person.name());
        written(facts, "联系方式", person.contact());
        written(facts, "身份类别", person.category());
        written(facts, "单位", person.unit());
        written(facts, "年龄段", person.ageBand());
        ticked(facts, "监护人同意提交", person.guardian());
        ticked(facts, "同意处理个人信息", form.consents().processing());
        ticked(facts, "同意回访", form.consents().callBack());
        ticked(facts, "同意公开姓名", form.consents().publishName());
        return facts;
    }

    private static String label(AnswerForm.Row row, ClauseTree clauses) {
        return row.chosenClause()
                .map(chosen -> clauses.find(chosen).map(Clause::label).orElse("草案里已经没有的条款"))
                .orElse("整体");
    }

    private static void written(List<Fact> facts, String label, String text) {
        if (text != null && !text.isBlank()) {
            facts.add(new Fact(label, text));
        }
    }

    private static void ticked(List<Fact> facts, String label, boolean ticked) {
        facts.add(new Fact(label, ticked ? "已勾选" : "没有勾选"));
    }
}
