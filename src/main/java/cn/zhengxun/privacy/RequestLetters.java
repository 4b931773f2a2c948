package cn.zhengxun.privacy;

import java.util.List;

/**
 * Mail to the person of a request, in the transaction in which the request changes; nothing for somebody without an
 * address. Served by the room that knows addresses.
 */
public interface RequestLetters {

    void received(Request request);

    /** Never after an erasure: by then there is no address. */
    void answered(Request request);

    /** What became of them, a sentence each; empty where none was written. */
    List<String> told(Request request);
}
