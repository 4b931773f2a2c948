package cn.zhengxun.sheet;

import java.io.IOException;
import org.springframework.web.multipart.MultipartFile;

/** What a browser sent in a file field. */
public final class ReceivedFile {
    private static final int LONGEST_NAME = 200;

    private ReceivedFile() {}

    /** Null where nothing was chosen. */
    public static byte[] content(MultipartFile file) throws IOException {
        return file == null || file.isEmpty() && "".equals(file.getOriginalFilename()) ? null : file.getBytes();
    }

    /** The name as it may be kept and shown; @param given may be null */
    public static String name(String given) {
        String plain = given == null
                ? ""
                : given.replaceAll("[\\p{Cntrl}\\ud800-\\udfff]", "").strip();
        return plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
    }
}
