package cn.zhengxun.suggestion.attachment;

import cn.zhengxun.directory.SamePerson;
import cn.zhengxun.privacy.Chapter;
import cn.zhengxun.privacy.PersonalData;
import cn.zhengxun.privacy.Subject;
import cn.zhengxun.privacy.Way;
import java.time.Clock;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A face and a voice are the person: files of a person's submissions go with the person, and only the row stays, to say
 * that there was one. Photos of meetings show many people and stay; erasing one of them is the staff's to judge. Around
 * the submissions, which are erased after it: until then a receipt still leads to its files.
 */
@Component
@Order(Way.AROUND_SUGGESTION)
class AttachedPersonalData implements PersonalData {
    private final AttachmentRows rows;
    private final SamePerson same;
    private final Clock clock;

    AttachedPersonalData(AttachmentRows rows, SamePerson same, Clock clock) {
        this.rows = rows;
        this.same = same;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Chapter> copyOf(Subject subject) {
        List<Chapter.Fact> files = files(subject).stream()
                .map(file -> new Chapter.Fact(
                        file.fileName(), "%s，%s，%s添加".formatted(file.kind().chinese(), file.shownSize(), file.time())))
                .toList();
        return files.isEmpty() ? List.of() : List.of(new Chapter("随意见提交的附件", files));
    }

    @Override
    @Transactional
    public int erase(Subject subject) {
        List<Long> ids = files(subject).stream().map(Attachment::id).toList();
        rows.erase(ids, clock.instant());
        return ids.size();
    }

    private List<Attachment> files(Subject subject) {
        return subject.informant() == null
                ? rows.ofReceipt(subject.receipt())
                : rows.ofInformants(same.entries(subject));
    }
}
