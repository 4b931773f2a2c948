package cn.zhengxun.web;

import cn.zhengxun.directory.CorrectOwnDetails;
import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.PreferredChannel;
import org.springframework.util.MultiValueMap;

/** An informant's own details as they were typed. */
record OwnDetailsForm(String phone, String email, String ageBand, String occupation, PreferredChannel channel) {

    static OwnDetailsForm of(Informant kept) {
        return new OwnDetailsForm(
                shown(kept.phone()),
                shown(kept.email()),
                shown(kept.ageBand()),
                shown(kept.occupation()),
                kept.channel());
    }

    static OwnDetailsForm of(MultiValueMap<String, String> typed) {
        return new OwnDetailsForm(
                typed(typed, "phone"),
                typed(typed, "email"),
                typed(typed, "ageBand"),
                typed(typed, "occupation"),
                channel(typed(typed, "channel")));
    }

    CorrectOwnDetails command(InformantId person) {
        return new CorrectOwnDetails(person, phone, email, ageBand, occupation, channel);
    }

    private static String shown(String kept) {
        return kept == null ? "" : kept;
    }

    /** NUL alone is left out: nobody types it, and PostgreSQL cannot keep it. */
    private static String typed(MultiValueMap<String, String> typed, String field) {
        String text = typed.getFirst(field);
        return text == null ? "" : text.replace("\0", "");
    }

    private static PreferredChannel channel(String name) {
        for (PreferredChannel channel : PreferredChannel.values()) {
            if (channel.name().equals(name)) {
                return channel;
            }
        }
        return null;
    }
}
