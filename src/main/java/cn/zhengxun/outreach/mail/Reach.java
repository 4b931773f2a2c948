package cn.zhengxun.outreach.mail;

import cn.zhengxun.directory.Informant;
import cn.zhengxun.directory.PreferredChannel;

/**
 * Who of the directory can be written to: by e-mail, or by message where a gateway is set. Everybody else gets paper. Said
 * for one person and for statements; both mean the same, and the channels reach exactly these people.
 *
 * @param gateway whether messages to telephones leave at all
 */
public record Reach(boolean gateway) {

    public boolean reaches(Informant person) {
        return person.reachableByMail() || gateway && wantsMessages(person);
    }

    private static boolean wantsMessages(Informant person) {
        return person.channel() == PreferredChannel.MESSAGE
                && person.phone() != null
                && !person.phone().isBlank();
    }

    /** @return the condition in parentheses, never null; @param informant the alias of table informant */
    public String condition(String informant) {
        String mail = "%1$s.channel <> 'PAPER' AND %1$s.mail_failure IS NULL AND "
                + "%1$s.email IS NOT NULL AND TRIM(%1$s.email) <> ''";
        String message = " OR %1$s.channel = 'MESSAGE' AND %1$s.phone IS NOT NULL AND TRIM(%1$s.phone) <> ''";
        return ("(" + mail + (gateway ? message : "") + ")").formatted(informant);
    }
}
