package cn.zhengxun.draft;

/**
 * One node of a draft's tree.
 *
 * @param parent null at the top
 * @param position reading order within the draft, from 0
 * @param number as counted: 7 for 第七条, 7-1 for 第七条之一; an own count within the parent for 款, 项, 目
 * @param label how people cite it in full: 第二章 食品安全, 第七条, 第七条第二款, 第七条第二款第（一）项
 * @param text the node's own words without its number; empty for 条 that only hold 款
 */
public record Clause(
        ClauseId id, ClauseId parent, int position, ClauseKind kind, String number, String label, String text) {}
