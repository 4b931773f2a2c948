package cn.zhengxun.suggestion.receipt;

/**
 * Where and by whom a receipt or the record is read.
 *
 * @param base path of the pages that belong to it, such as /i/{token}
 * @param reader the invited person's name; null for somebody who is not known
 * @param large whether large type was asked for
 */
record Place(String base, String reader, boolean large) {
    String query() {
        return large ? "?large=1" : "";
    }
}
