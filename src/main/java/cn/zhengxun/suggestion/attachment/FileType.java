package cn.zhengxun.suggestion.attachment;

import static cn.zhengxun.suggestion.attachment.AttachmentKind.DOCUMENT;
import static cn.zhengxun.suggestion.attachment.AttachmentKind.PHOTO;
import static cn.zhengxun.suggestion.attachment.AttachmentKind.RECORDING;

/** The kinds of file that are kept, as they are kept. WEBP and GIF are taken and become JPEG or PNG. */
enum FileType {
    JPEG(PHOTO, "image/jpeg", "jpg"),
    PNG(PHOTO, "image/png", "png"),
    WEBP(PHOTO, "image/webp", "webp"),
    GIF(PHOTO, "image/gif", "gif"),
    MP3(RECORDING, "audio/mpeg", "mp3"),
    M4A(RECORDING, "audio/mp4", "m4a"),
    AAC(RECORDING, "audio/aac", "aac"),
    WAV(RECORDING, "audio/wav", "wav"),
    AMR(RECORDING, "audio/amr", "amr"),
    OGG(RECORDING, "audio/ogg", "ogg"),
    PDF(DOCUMENT, "application/pdf", "pdf"),
    DOCX(DOCUMENT, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");

    private final AttachmentKind kind;
    private final String mediaType;
    private final String extension;

    FileType(AttachmentKind kind, String mediaType, String extension) {
        this.kind = kind;
        this.mediaType = mediaType;
        this.extension = extension;
    }

    AttachmentKind kind() {
        return kind;
    }

    String mediaType() {
        return mediaType;
    }

    /** Without the dot. */
    String extension() {
        return extension;
    }
}
