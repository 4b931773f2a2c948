package cn.zhengxun.suggestion.attachment;

import java.nio.file.Path;

/** A file that may be kept, as it will be kept. @param path a temporary file that its maker removes; @param size in bytes */
record VettedFile(FileType type, Path path, long size, String sha256) {}
