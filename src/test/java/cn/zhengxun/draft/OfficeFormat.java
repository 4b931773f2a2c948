package cn.zhengxun.draft;

/** What an office may send the same law as; those that have an origin are made of it by an office suite. */
enum OfficeFormat {
    DOCX_TYPED("docx", "docx，条号是打上去的字（带目录）", null),
    DOCX_AUTOMATIC("docx", "docx，章节条项都是自动编号", null),
    DOC_TYPED("doc", "doc，由打字编号的 docx 转换", DOCX_TYPED),
    DOC_AUTOMATIC("doc", "doc，由自动编号的 docx 转换", DOCX_AUTOMATIC),
    PDF_TYPED("pdf", "pdf，由打字编号的 docx 转换", DOCX_TYPED),
    PDF_AUTOMATIC("pdf", "pdf，由自动编号的 docx 转换", DOCX_AUTOMATIC),
    HTML("html", "html，从网页另存，前后有导航", null),
    TXT("txt", "txt，GB18030，全角空格缩进", null);

    private final String ending;
    private final String title;
    private final OfficeFormat origin;

    OfficeFormat(String ending, String title, OfficeFormat origin) {
        this.ending = ending;
        this.title = title;
        this.origin = origin;
    }

    String ending() {
        return ending;
    }

    String title() {
        return title;
    }

    boolean isConverted() {
        return origin != null;
    }

    OfficeFormat origin() {
        return origin;
    }

    /** The law typed in this format; converted ones cannot be typed. */
    byte[] type(LawText law) {
        return switch (this) {
            case DOCX_TYPED -> LawFile.docxWithTypedNumbers(law);
            case DOCX_AUTOMATIC -> LawFile.docxWithAutomaticNumbers(law);
            case HTML -> LawFile.html(law);
            case TXT -> LawFile.txt(law);
            default -> throw new IllegalStateException(this + " is made by an office suite");
        };
    }
}
