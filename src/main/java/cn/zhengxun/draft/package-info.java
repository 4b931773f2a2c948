/**
 * Bills, their drafts by reading, and the clause tree that people speak to. Services, tables and pages stand here; the
 * pure parts lie below: {@code clause} (the tree), {@code file} (formats), {@code comparison} (two trees),
 * {@code correction} (changes to a tree), {@code search} (words across clauses). Arrows: draft → each; each → clause.
 */
@org.springframework.modulith.ApplicationModule(displayName = "草案")
package cn.zhengxun.draft;
