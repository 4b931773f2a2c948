package cn.zhengxun.suggestion.attachment;

import cn.zhengxun.kernel.RuleViolation;
import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.jpeg.JpegDirectory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.springframework.stereotype.Component;

/**
 * Makes a new picture of the one that arrived: where and with what it was taken, and whatever was hidden in or behind it,
 * is not in the new one. It is turned the right way up and at most {@value #SIDE} pixels long.
 *
 * <p>One picture at a time, since one takes up to {@value #DECODED} bytes twice over.
 */
@Component
class Photos {
    static final int SIDE = 4000;
    /** Pixels that are looked at. A telephone's largest pictures have 50 million. */
    static final long MOST = 52_000_000;
    /** Of a progressive JPEG the decoder keeps the whole besides, whatever part of it is asked for. */
    static final long MOST_PROGRESSIVE = 25_000_000;
    /** Of a WebP it keeps some thirty bytes a pixel. */
    static final long MOST_WEBP = 9_000_000;

    private static final long DECODED = 52L << 20;
    private static final String DAMAGED = "这张照片打不开，可能没有传完或者已经损坏，请重新拍一张，或者换一张再添加。";
    private static final float QUALITY = 0.85f;
    /** Who waits for a turn keeps a thread of the web server; beyond these, people are asked to come back. */
    private static final int WAITING = 8;

    private final Semaphore queue = new Semaphore(WAITING + 1);
    private final Lock turn = new ReentrantLock();

    /**
     * @param to an empty file, written
     * @param largest bytes; what would be larger as PNG becomes JPEG
     * @return what it has become
     * @throws RuleViolation for a picture that is too large to open, or damaged
     */
    FileType remake(Path from, FileType type, Path to, long largest) throws IOException {
        if (!queue.tryAcquire()) {
            throw new RuleViolation("现在添加照片的人很多，请过一分钟再添加这张照片。");
        }
        turn.lock();
        try {
            return inTurn(from, type, to, largest);
        } finally {
            turn.unlock();
            queue.release();
        }
    }

    private static FileType inTurn(Path from, FileType type, Path to, long largest) throws IOException {
        try {
            if (type == FileType.PNG) {
                PngFile.bare(from, to);
                return redrawn(decoded(to, MOST), 1, type, to, largest);
            }
            JpegFacts facts = type == FileType.JPEG ? facts(from) : JpegFacts.PLAIN;
            long most = type == FileType.WEBP ? MOST_WEBP : facts.progressive() ? MOST_PROGRESSIVE : MOST;
            return redrawn(decoded(from, most), facts.orientation(), type, to, largest);
        } catch (RuleViolation refused) {
            throw refused;
        } catch (IOException | RuntimeException damaged) {
            // decoders meet a damaged file with any of them
            throw new RuleViolation(DAMAGED);
        }
    }

    /** @param orientation 1 to 8, as EXIF counts */
    private record JpegFacts(int orientation, boolean progressive) {
        static final JpegFacts PLAIN = new JpegFacts(1, false);
    }

    private static JpegFacts facts(Path file) throws IOException {
        try {
            Metadata metadata = JpegMetadataReader.readMetadata(file.toFile());
            ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            JpegDirectory jpeg = metadata.getFirstDirectoryOfType(JpegDirectory.class);
            return new JpegFacts(
                    exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                            ? exif.getInt(ExifIFD0Directory.TAG_ORIENTATION)
                            : 1,
                    jpeg != null && jpeg.getInt(JpegDirectory.TAG_COMPRESSION_TYPE) == 2);
        } catch (ImageProcessingException | MetadataException unreadable) {
            return JpegFacts.PLAIN;
        }
    }

    private static BufferedImage decoded(Path file, long most) throws IOException {
        try (ImageInputStream bytes = new MemoryCacheImageInputStream(Files.newInputStream(file))) {
            ImageReader reader = reader(bytes);
            try {
                AtomicBoolean cut = new AtomicBoolean();
                reader.addIIOReadWarningListener((source, warning) -> {
                    if (warning.contains("premature end")) {
                        cut.set(true);
                    }
                });
                reader.setInput(bytes, false, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                requireDecodable((long) width * height, most);
                int every = every(width, height, bytesPerPixel(reader));
                ImageReadParam param = reader.getDefaultReadParam();
                param.setSourceSubsampling(every, every, 0, 0);
                BufferedImage picture = reader.read(0, param);
                if (cut.get()) {
                    throw new RuleViolation(DAMAGED);
                }
                return picture;
            } finally {
                reader.dispose();
            }
        }
    }

    private static ImageReader reader(ImageInputStream bytes) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(bytes);
        if (!readers.hasNext()) {
            throw new IOException("no reader");
        }
        return readers.next();
    }

    private static void requireDecodable(long pixels, long most) {
        if (pixels > most) {
            throw new RuleViolation("这张照片的像素太大（%d万像素，最多%d万），请改小尺寸或者截屏后再添加。".formatted(pixels / 10_000, most / 10_000));
        }
    }

    private static int bytesPerPixel(ImageReader reader) throws IOException {
        ImageTypeSpecifier raw = reader.getRawImageType(0);
        return raw == null ? 4 : Math.max(1, (raw.getColorModel().getPixelSize() + 7) / 8);
    }

    /** Every how many-th pixel is decoded, so that the picture stays large enough and fits into memory. */
    private static int every(int width, int height, int bytesPerPixel) {
        int every = Math.max(1, Math.max(width, height) / SIDE);
        while ((long) (width / every) * (height / every) * bytesPerPixel > DECODED) {
            every++;
        }
        return every;
    }

    private static FileType redrawn(BufferedImage picture, int orientation, FileType type, Path to, long largest)
            throws IOException {
        boolean lossless = type != FileType.JPEG
                && (type != FileType.WEBP || picture.getColorModel().hasAlpha());
        if (lossless) {
            BufferedImage drawn = drawn(picture, orientation, BufferedImage.TYPE_4BYTE_ABGR);
            write(drawn, "png", to);
            if (Files.size(to) <= largest) {
                return FileType.PNG;
            }
        }
        write(drawn(picture, orientation, BufferedImage.TYPE_3BYTE_BGR), "jpeg", to);
        return FileType.JPEG;
    }

    /** In sRGB, small enough, upright; on white where the target knows no transparency. */
    private static BufferedImage drawn(BufferedImage picture, int orientation, int type) {
        double scale = Math.min(1, (double) SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        boolean lying = orientation >= 5;
        BufferedImage drawn = new BufferedImage(lying ? height : width, lying ? width : height, type);
        Graphics2D graphics = drawn.createGraphics();
        if (type == BufferedImage.TYPE_3BYTE_BGR) {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        }
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform turn = upright(orientation, width, height);
        turn.scale((double) width / picture.getWidth(), (double) height / picture.getHeight());
        graphics.drawImage(picture, turn, null);
        graphics.dispose();
        return drawn;
    }

    /** EXIF 2.3, tag 0x0112: where the first row and the first column of the stored picture belong. */
    private static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static void write(BufferedImage picture, String format, Path to) throws IOException {
        Files.deleteIfExists(to);
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        try (ImageOutputStream out = new FileImageOutputStream(to.toFile())) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (format.equals("jpeg")) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
    }
}
