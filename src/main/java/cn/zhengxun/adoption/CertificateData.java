package cn.zhengxun.adoption;

import cn.zhengxun.directory.InformantId;
import cn.zhengxun.privacy.Chapter;
import cn.zhengxun.privacy.PersonalData;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.privacy.Way;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Certificates lead to people by their id alone; what was certified stays, of nobody. */
@Component
@Order(Way.ADOPTION)
class CertificateData implements PersonalData {
    private final CertificateRows rows;

    CertificateData(CertificateRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Chapter> copyOf(Subject subject) {
        if (subject.informant() == null) {
            return List.of();
        }
        List<Chapter.Fact> facts = rows.of(new InformantId(subject.informant())).stream()
                .map(one -> new Chapter.Fact(
                        one.year() + "年（编号" + one.code() + "）",
                        "%s开具：参与征询%d次，提出意见%d条，上报%d条，采纳%d条"
                                .formatted(
                                        one.issuedOn(),
                                        one.participation().consultations(),
                                        one.participation().suggestions(),
                                        one.participation().submitted(),
                                        one.participation().adopted())))
                .toList();
        return facts.isEmpty() ? List.of() : List.of(new Chapter("给您开具的参与证明", facts));
    }

    @Override
    public int erase(Subject subject) {
        return subject.informant() == null ? 0 : rows.takePersonAway(new InformantId(subject.informant()));
    }
}
