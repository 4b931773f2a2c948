package cn.zhengxun.suggestion;

import cn.zhengxun.directory.InformantId;

/**
 * Who gets one letter: an informant, or else the unknown person behind one submission.
 *
 * @param informant null for a person outside the directory; submission is then that person's one submission
 * @param name for a printed letter; null for an anonymous person; @param receipt of the (latest) submission
 */
public record Contributor(InformantId informant, Long submission, String name, String contact, String receipt) {}
