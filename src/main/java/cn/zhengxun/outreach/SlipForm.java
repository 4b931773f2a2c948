package cn.zhengxun.outreach;

import cn.zhengxun.kernel.InvalidCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Commands from what was typed into the forms about a slip; an empty number means 0. */
final class SlipForm {
    private static final int MOST_DIGITS = 9;

    private SlipForm() {}

    /** @throws InvalidCommand naming each field that is no number, or out of range */
    static ReportStationNumbers report(StationSlipId slip, Map<String, String> typed) {
        List<InvalidCommand.Fault> faults = new ArrayList<>();
        int reached = number("reached", typed, faults);
        int meetings = number("meetings", typed, faults);
        int handedOver = number("handedOver", typed, faults);
        if (!faults.isEmpty()) {
            throw new InvalidCommand(faults);
        }
        return new ReportStationNumbers(
                slip, reached, meetings, handedOver, typed.getOrDefault("note", ""), typed.getOrDefault("formKey", ""));
    }

    /** @throws InvalidCommand where copies is no number, or out of range */
    static AskForPaperPacks paper(StationSlipId slip, Map<String, String> typed) {
        List<InvalidCommand.Fault> faults = new ArrayList<>();
        int copies = number("copies", typed, faults);
        if (!faults.isEmpty()) {
            throw new InvalidCommand(faults);
        }
        return new AskForPaperPacks(slip, copies);
    }

    /** Full-width digits, which Chinese input methods write, are taken, too. */
    private static int number(String field, Map<String, String> typed, List<InvalidCommand.Fault> faults) {
        String text = typed.getOrDefault(field, "").strip();
        if (text.isEmpty()) {
            return 0;
        }
        boolean digits = text.length() <= MOST_DIGITS && text.chars().allMatch(Character::isDigit);
        if (!digits) {
            faults.add(new InvalidCommand.Fault(field, "请填整数，例如12；没有就填0。"));
            return 0;
        }
        return Integer.parseInt(text);
    }
}
