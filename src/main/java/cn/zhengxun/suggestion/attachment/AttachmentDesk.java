package cn.zhengxun.suggestion.attachment;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.RuleViolation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Takes uploaded files in: looks at the bytes, makes photos anew, and only then opens a transaction to keep them. On the
 * way a file lies on the disk, never whole in memory.
 */
@Component
public class AttachmentDesk {
    private final Attachments attachments;
    private final AttachmentLimits limits;
    private final Photos photos;
    private final Adding adding;
    private final NetworkShares shares;

    AttachmentDesk(
            Attachments attachments, AttachmentLimits limits, Photos photos, Adding adding, NetworkShares shares) {
        this.attachments = attachments;
        this.limits = limits;
        this.photos = photos;
        this.adding = adding;
        this.shares = shares;
    }

    /**
     * Takes files one after the other; the others, too, where one is refused.
     *
     * @param address the sender's, against too many; null for signed-in staff
     * @param files what a file field sent; empty parts (nothing chosen) are left out; may be null
     * @throws RefusedFiles naming each file that is refused and why
     */
    public void take(Owner owner, ConsultationNumber consultation, String address, List<MultipartFile> files) {
        Set<String> refused = new LinkedHashSet<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            if (chosen(file)) {
                try {
                    attachments.requireRoom(owner);
                    if (address != null) {
                        adding.count(address);
                    }
                    take(owner, consultation, address, file);
                } catch (RuleViolation reason) {
                    refused.add(reason.getMessage());
                }
            }
        }
        if (!refused.isEmpty()) {
            throw new RefusedFiles(String.join("", refused));
        }
    }

    /** @param files as for {@link #take}. @return whether there is a file among them */
    public static boolean anyChosen(List<MultipartFile> files) {
        return files != null && files.stream().anyMatch(AttachmentDesk::chosen);
    }

    /** A file field in which nothing was chosen sends a part without name and content. */
    private static boolean chosen(MultipartFile file) {
        return !file.isEmpty()
                || file.getOriginalFilename() != null
                        && !file.getOriginalFilename().isEmpty();
    }

    private void take(Owner owner, ConsultationNumber consultation, String address, MultipartFile file) {
        try {
            requireSize(file.getSize(), limits.largest(), "文件");
            Path arrived = Files.createTempFile("zhengxun", ".upload");
            Path remade = Files.createTempFile("zhengxun", ".photo");
            try (InputStream bytes = file.getInputStream()) {
                Files.copy(bytes, arrived, StandardCopyOption.REPLACE_EXISTING);
                VettedFile vetted = vetted(arrived, remade);
                shares.require(address, consultation, vetted.size());
                shares.add(
                        address,
                        attachments.attach(new AttachFile(owner, consultation, file.getOriginalFilename(), vetted)));
            } finally {
                Files.deleteIfExists(arrived);
                Files.deleteIfExists(remade);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (RuleViolation refused) {
            throw new RuleViolation("“" + shown(file.getOriginalFilename()) + "”没有添加：" + refused.getMessage());
        }
    }

    private VettedFile vetted(Path arrived, Path remade) throws IOException {
        FileType type = FileJudge.judge(arrived);
        requireSize(
                Files.size(arrived),
                limits.of(type.kind()).toBytes(),
                type.kind().chinese());
        if (type.kind() != AttachmentKind.PHOTO) {
            return new VettedFile(type, arrived, Files.size(arrived), sha256(arrived));
        }
        FileType become = photos.remake(arrived, type, remade, limits.photo().toBytes());
        return new VettedFile(become, remade, Files.size(remade), sha256(remade));
    }

    private static void requireSize(long size, long most, String what) {
        if (size > most) {
            throw new RuleViolation(
                    "%s太大，有%s，最大%s。".formatted(what, Attachment.shown(size), Attachment.shown(most)) + "请压缩或者分成几个再添加。");
        }
    }

    /** The person's own name for the file, so that they know which; it goes to nobody else. */
    private static String shown(String fileName) {
        String name = FileName.clean(fileName, FileType.PDF).replaceAll("\\.pdf$", "");
        return name.codePointCount(0, name.length()) > 30
                ? name.substring(0, name.offsetByCodePoints(0, 30)) + "…"
                : name;
    }

    private static String sha256(Path file) throws IOException {
        try (DigestInputStream bytes =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
