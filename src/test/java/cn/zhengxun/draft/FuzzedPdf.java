package cn.zhengxun.draft;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** PDFs of two small pages, sound but for some bytes, or for what their pages tell to be printed. */
final class FuzzedPdf {
    private static final List<String> OPERATORS = List.of(
            "BT",
            "ET",
            "Tj",
            "TJ",
            "'",
            "\"",
            "Td",
            "TD",
            "Tm",
            "T*",
            "Tf",
            "Tc",
            "Tw",
            "Tz",
            "TL",
            "Ts",
            "Tr",
            "q",
            "Q",
            "cm",
            "Do",
            "gs",
            "BI",
            "ID",
            "EI",
            "re",
            "f",
            "sh",
            "BDC",
            "EMC",
            "d0",
            "d1",
            "/F1",
            "/X",
            "[",
            "]",
            "<<",
            ">>",
            "(",
            ")",
            "<",
            ">",
            "%",
            "0",
            "-1",
            "1e9",
            "-.5",
            "99999999999999999999",
            "nan",
            "<7B2C>",
            "<4E00>",
            "true",
            "null");

    private static final HandmadePdf SAMPLE = HandmadePdf.a4()
            .page()
            .text(200, 760, 22, "某某条例（草案）")
            .text(132, 700, 16, "第一条　为了规范某某活动，根据有关法律，结合")
            .text(100, 672, 16, "本市实际，制定本条例。")
            .text(290, 30, 10, "- 1 -")
            .page()
            .text(132, 700, 16, "第二条　有下列情形之一的，适用本条例：")
            .text(132, 672, 16, "（一）甲；")
            .text(132, 644, 16, "（二）乙。")
            .text(290, 30, 10, "- 2 -");

    private FuzzedPdf() {}

    static byte[] sample() {
        return SAMPLE.bytes();
    }

    /** The sample, with its pages' operators and operands replaced, doubled, moved or left out. */
    static byte[] withOtherContent(Random random) {
        HandmadePdf pdf = HandmadePdf.a4();
        List<String> tokens = new ArrayList<>(Arrays.asList(SAMPLE.content().split("\\s+")));
        for (int i = random.nextInt(10); i > 0; i--) {
            int at = random.nextInt(tokens.size());
            switch (random.nextInt(5)) {
                case 0 -> tokens.set(at, OPERATORS.get(random.nextInt(OPERATORS.size())));
                case 1 -> tokens.add(at, OPERATORS.get(random.nextInt(OPERATORS.size())));
                case 2 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
                case 3 -> tokens.set(at, String.valueOf(random.nextGaussian() * Math.pow(10, random.nextInt(8))));
                default -> tokens.remove(at);
            }
        }
        int half = random.nextInt(tokens.size() + 1);
        pdf.page().raw(String.join(" ", tokens.subList(0, half)));
        pdf.page().raw(String.join(random.nextInt(20) == 0 ? "" : "\n", tokens.subList(half, tokens.size())));
        return (random.nextBoolean() ? pdf.packed() : pdf).bytes();
    }

    /** The sample with the entries of its objects changed: numbers, names, references. */
    static byte[] withOtherObjects(Random random) {
        String file = new String(sample(), ISO_8859_1);
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            String[] parts = file.split("(?<=[ /\\[\\]<>])");
            int at = random.nextInt(parts.length);
            parts[at] = switch (random.nextInt(4)) {
                case 0 -> random.nextInt(-2, 20) + " ";
                case 1 -> parts[random.nextInt(parts.length)];
                case 2 -> OPERATORS.get(random.nextInt(OPERATORS.size())) + " ";
                default -> "2147483647 ";
            };
            file = String.join("", parts);
        }
        return file.getBytes(ISO_8859_1);
    }
}
