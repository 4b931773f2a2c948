package cn.zhengxun.suggestion.attachment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings zhengxun.attachments.*.
 *
 * @param photo the largest photo as it arrives
 * @param recording the largest recording
 * @param document the largest pdf or docx
 * @param perAnswer files that go with one answer at most
 * @param perMeeting files of one meeting at most
 * @param perConsultation bytes kept for one consultation at most, staged ones included
 * @param kept how long a file waits for its form to be handed in
 * @param perAddress files that one address may add in ten minutes; many people share the address of a station
 * @param networkWaiting percent of perConsultation that may wait from one network without being handed in
 * @param networkShare percent of perConsultation that may come from one network in all
 */
@ConfigurationProperties("zhengxun.attachments")
public record AttachmentLimits(
        @DefaultValue("10MB") DataSize photo,
        @DefaultValue("20MB") DataSize recording,
        @DefaultValue("10MB") DataSize document,
        @DefaultValue("5") int perAnswer,
        @DefaultValue("50") int perMeeting,
        @DefaultValue("2GB") DataSize perConsultation,
        @DefaultValue("7d") Duration kept,
        @DefaultValue("150") int perAddress,
        @DefaultValue("25") int networkWaiting,
        @DefaultValue("50") int networkShare) {

    public AttachmentLimits {
        if (perAnswer < 1 || perMeeting < 1 || perAddress < 1) {
            throw new IllegalArgumentException("zhengxun.attachments.per-answer、per-meeting 和 per-address 至少为 1");
        }
        if (networkWaiting < 1 || networkShare < networkWaiting || networkShare > 100) {
            throw new IllegalArgumentException(
                    "zhengxun.attachments.network-waiting 和 network-share 是百分数，1 到 100，前一个不大于后一个");
        }
    }

    /** In bytes. */
    long waitingOfNetwork() {
        return perConsultation.toBytes() / 100 * networkWaiting;
    }

    /** In bytes. */
    long ofNetwork() {
        return perConsultation.toBytes() / 100 * networkShare;
    }

    DataSize of(AttachmentKind kind) {
        return switch (kind) {
            case PHOTO -> photo;
            case RECORDING -> recording;
            case DOCUMENT -> document;
        };
    }

    /** What one request may hold at most: as many of the largest files as go with one answer. */
    public DataSize together() {
        return DataSize.ofBytes(largest() * perAnswer);
    }

    long largest() {
        return Math.max(photo.toBytes(), Math.max(recording.toBytes(), document.toBytes()));
    }

    int most(Owner owner) {
        return owner.kind() == Owner.Kind.MEETING ? perMeeting : perAnswer;
    }
}
