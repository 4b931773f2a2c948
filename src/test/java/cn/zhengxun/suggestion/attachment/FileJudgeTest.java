package cn.zhengxun.suggestion.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengxun.kernel.RuleViolation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file is, by its bytes alone. */
class FileJudgeTest {
    @TempDir
    Path folder;

    private FileType judged(byte[] bytes) throws IOException {
        return FileJudge.judge(Files.write(folder.resolve("upload"), bytes));
    }

    private void refused(byte[] bytes, String... sentence) {
        assertThatThrownBy(() -> judged(bytes))
                .isInstanceOf(RuleViolation.class)
                .satisfies(refused -> assertThat(refused.getMessage()).contains(sentence));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void photos_recordings_and_documents_are_known_by_their_bytes() throws Exception {
        assertThat(judged(TestFiles.picture("jpeg", 8, 8))).isEqualTo(FileType.JPEG);
        assertThat(judged(TestFiles.picture("png", 8, 8))).isEqualTo(FileType.PNG);
        assertThat(judged(TestFiles.picture("gif", 8, 8))).isEqualTo(FileType.GIF);
        assertThat(judged(TestFiles.webp())).isEqualTo(FileType.WEBP);
        assertThat(judged(TestFiles.mp3())).isEqualTo(FileType.MP3);
        assertThat(judged(text("#!AMR\n" + "x".repeat(50)))).isEqualTo(FileType.AMR);
        assertThat(judged(text("RIFF\1\1\1\1WAVEfmt " + "\1".repeat(50)))).isEqualTo(FileType.WAV);
        assertThat(judged(TestFiles.movie("M4A ", "soun"))).isEqualTo(FileType.M4A);
        assertThat(judged(TestFiles.movie("isom", "soun")))
                .as("a telephone's recorder writes the container of films")
                .isEqualTo(FileType.M4A);
        assertThat(judged(TestFiles.pdf())).isEqualTo(FileType.PDF);
        assertThat(judged(TestFiles.docx())).isEqualTo(FileType.DOCX);
    }

    @Test
    void everything_else_is_refused_with_what_is_taken() throws Exception {
        String taken = "可以添加的有：照片";
        refused(new byte[0], "空的");
        refused(text("<!doctype html><script>alert(1)</script>"), taken);
        refused(text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"), taken);
        refused(text("MZ\0\0" + "\0".repeat(200)), taken);
        refused(text("\177ELF" + "\0".repeat(200)), taken);
        refused(text("#!/bin/sh\nrm -rf /\n"), taken);
        refused(text("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"), taken);
        refused(text("写在记事本里的话"), taken);
        refused(text("\n\n%PDF-1.4 not at its beginning"), taken);
        refused(TestFiles.zip("a.txt"), "压缩包", taken);
        refused(TestFiles.zip("[Content_Types].xml", "xl/workbook.xml"), taken);
        refused(TestFiles.zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "宏", taken);
        refused(TestFiles.zip("[Content_Types].xml", "word/document.xml", "word/embeddings/oleObject1.bin"), "程序");
        byte[] cut = TestFiles.docx();
        refused(java.util.Arrays.copyOf(cut, cut.length / 2), taken);
        refused(TestFiles.movie("mp42", "soun", "vide"), "视频", taken);
        refused(TestFiles.movie("heic", "pict"), "HEIC", "截屏");
        refused(TestFiles.movie("isom"), taken);
    }

    @Test
    void a_name_loses_its_path_and_what_cannot_be_seen_and_gets_the_extension_it_deserves() {
        assertThat(FileName.clean("C:\\Users\\王\\楼道.jpeg", FileType.JPEG)).isEqualTo("楼道.jpg");
        assertThat(FileName.clean("../../etc/passwd", FileType.PDF)).isEqualTo("passwd.pdf");
        assertThat(FileName.clean("\u202Egpj.exe", FileType.JPEG)).isEqualTo("gpj.jpg");
        assertThat(FileName.clean("a\r\nSet-Cookie: x\0.docx", FileType.DOCX)).isEqualTo("aSet-Cookie x.docx");
        assertThat(FileName.clean("\ud842", FileType.PNG)).isEqualTo("照片.png");
        assertThat(FileName.clean("𠮷.png", FileType.PNG)).isEqualTo("𠮷.png");
        assertThat(FileName.clean(null, FileType.MP3)).isEqualTo("录音.mp3");
        assertThat(FileName.clean(" . ", FileType.PDF)).isEqualTo("文档.pdf");
        assertThat(FileName.clean("长".repeat(300) + ".pdf", FileType.PDF))
                .isEqualTo("长".repeat(FileName.LONGEST) + ".pdf");
    }
}
