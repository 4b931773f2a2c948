package cn.zhengxun.outreach;

import cn.zhengxun.directory.Station;

/** One printed page. @param station null for the office's own */
record Poster(Station station, String code, QrCode qr) {
    /** Without the scheme, as people type it. */
    public String address() {
        return qr.text().replaceFirst("^https?://", "");
    }
}
