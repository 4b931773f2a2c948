package cn.zhengxun.draft;

import cn.zhengxun.kernel.InvalidCommand;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** A draft as somebody handed it in: a file, or pasted words, which are kept as a text file. */
public record HandedIn(String fileName, byte[] content) {
    private static final Pattern UNFIT_FOR_NAMES = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\\\/:*?\"<>|]+");
    private static final int LONGEST_NAME = 100;

    /**
     * @param fileName empty or null where no file was chosen
     * @param pasted empty or null where nothing was pasted
     * @param name what the file of pasted words is called, without ending; not trusted
     * @throws InvalidCommand at fileName where both or neither was handed in
     */
    public static HandedIn of(String fileName, byte[] content, String pasted, String name) {
        boolean file = fileName != null && !fileName.isBlank();
        boolean words = pasted != null && !pasted.isBlank();
        if (file && words) {
            throw fault("既选了文件，又粘贴了文字。请只留一种：要用文件，就清空粘贴的文字；要用粘贴的文字，就不选文件。");
        }
        if (!file && !words) {
            throw fault("请选择草案文件，或者粘贴草案的文字。");
        }
        return file
                ? new HandedIn(fileName, content)
                : new HandedIn(named(name) + ".txt", pasted.getBytes(StandardCharsets.UTF_8));
    }

    private static InvalidCommand fault(String sentence) {
        return new InvalidCommand(List.of(new InvalidCommand.Fault("fileName", sentence)));
    }

    private static String named(String name) {
        String fit = UNFIT_FOR_NAMES
                .matcher(name == null ? "" : name)
                .replaceAll(" ")
                .strip();
        if (fit.isEmpty()) {
            return "粘贴的文字";
        }
        return fit.substring(0, fit.offsetByCodePoints(0, Math.min(LONGEST_NAME, fit.codePointCount(0, fit.length()))));
    }
}
