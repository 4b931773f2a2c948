package cn.zhengxun.directory;

/** 立法议事小院, 立法联络站 or 征询单位 (see kind). address and coordinator may be null. */
public record Station(
        StationId id, String name, String kind, String address, InformantId coordinator, boolean active) {}
