package cn.zhengxun.privacy;

import java.util.List;

/** A part of the copy that a person gets, in plain Chinese. */
public record Chapter(String heading, List<Fact> facts) {
    public Chapter {
        facts = List.copyOf(facts);
    }

    public record Fact(String label, String text) {}
}
