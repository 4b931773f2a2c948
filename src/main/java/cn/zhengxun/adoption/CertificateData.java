package cn.zhengxun.adoption;

import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.SamePerson;
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
    private final SamePerson same;

    CertificateData(CertificateRows rows, SamePerson same) {
        this.rows = rows;
        this.same = same;
    }

    @Override
    public List<Chapter> copyOf(Subject subject) {
        List<Chapter.Fact> facts = same.entries(subject).stream()
                .sorted()
                .flatMap(entry -> rows.of(new InformantId(entry)).stream())
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
        return same.entries(subject).stream()
                .mapToInt(entry -> rows.takePersonAway(new InformantId(entry)))
                .sum();
    }
}
