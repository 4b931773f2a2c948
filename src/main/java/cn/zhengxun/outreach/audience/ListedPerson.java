package cn.zhengxun.outreach.audience;

import cn.zhengxun.directory.InformantId;

/**
 * One line of a stored list.
 *
 * @param station null where the person belongs to none
 * @param asked how many invitations to other consultations the person got in the last {@link Audiences#LATELY_DAYS} days
 */
public record ListedPerson(
        InformantId informant, String name, String station, boolean included, String reason, int asked) {}
