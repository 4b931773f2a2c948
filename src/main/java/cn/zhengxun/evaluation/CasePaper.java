package cn.zhengxun.evaluation;

import java.nio.charset.StandardCharsets;

/** One file of a case file. path: folder and name within the zip, with slashes. */
record CasePaper(String path, byte[] content) {

    static CasePaper text(String path, String text) {
        return new CasePaper(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
