package cn.zhengxun.privacy;

import java.util.List;

/** One room's data about people; every room that keeps any serves this as a bean, in the order of a person's way. */
public interface PersonalData {

    /** What this room keeps about the person, to be read by that person; empty where it keeps nothing. */
    List<Chapter> copyOf(Subject subject);

    /**
     * Before any room erases: takes in the caller's transaction what everybody holds who writes something of this person,
     * and marks it. So whoever is writing is waited for, and whoever comes later finds the person erased.
     */
    default void hold(Subject subject) {}

    /**
     * Takes the person out of this room's tables, in the caller's transaction: name, contact, links, letters, whatever
     * leads back. What the person said stays, without its author. Again changes nothing.
     *
     * @return how many rows were changed or removed
     */
    int erase(Subject subject);
}
