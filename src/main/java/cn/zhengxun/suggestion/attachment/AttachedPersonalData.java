package cn.zhengxun.suggestion.attachment;

import cn.zhengxun.directory.SamePerson;
import cn.zhengxun.privacy.Chapter;
import cn.zhengxun.privacy.PersonalData;
import cn.zhengxun.privacy.Subject;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A face and a voice are the person: files of a person's submissions go with the person, and only the row stays, to say
 * that there was one. Photos of meetings show many people and stay; erasing one of them is the staff's to judge. First of
 * all rooms, as long as submissions still say whose they are.
 */
@Component
@Order(0)
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
        List<Chapter.Fact> files = of(subject)
                .map(file -> new Chapter.Fact(
                        file.fileName(), "%s，%s，%s添加".formatted(file.kind().chinese(), file.shownSize(), file.time())))
                .toList();
        return files.isEmpty() ? List.of() : List.of(new Chapter("随意见提交的附件", files));
    }

    @Override
    @Transactional
    public int erase(Subject subject) {
        List<Long> ids = of(subject).map(Attachment::id).toList();
        rows.erase(ids, clock.instant());
        return ids.size();
    }

    /** Of all entries that are this person. */
    private Stream<Attachment> of(Subject subject) {
        return subject.informant() == null
                ? rows.of(subject).stream()
                : same.entries(subject).stream()
                        .sorted()
                        .flatMap(entry -> rows.of(Subject.ofInformant(entry)).stream());
    }
}
