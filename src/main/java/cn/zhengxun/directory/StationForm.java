package cn.zhengxun.directory;

/** The station form as it was typed; a box that is not ticked is not sent. coordinator: an informant's id, or null. */
record StationForm(String name, String kind, String address, Long coordinator, Boolean active) {
    StationForm {
        active = Boolean.TRUE.equals(active);
    }

    static StationForm blank() {
        return new StationForm("", "立法议事小院", "", null, true);
    }

    static StationForm of(Station station) {
        return new StationForm(
                station.name(),
                station.kind(),
                station.address(),
                station.coordinator() == null ? null : station.coordinator().value(),
                station.active());
    }

    InformantId coordinatorId() {
        return coordinator == null ? null : new InformantId(coordinator);
    }
}
