package cn.zhengxun.suggestion;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.directory.InformantId;
import cn.zhengxun.directory.StationId;
import cn.zhengxun.draft.clause.ClauseId;
import cn.zhengxun.kernel.Command;
import cn.zhengxun.kernel.Commands;
import cn.zhengxun.outreach.InvitationId;
import cn.zhengxun.suggestion.arrival.Arrived;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.validator.constraints.CodePointLength;

/**
 * Hands in one suggestion or several with one receipt. Everything about the person is optional. Texts are kept as
 * they are: nothing is trimmed, and an empty optional text may be null or empty.
 *
 * @param idempotencyKey minted once for a form; handing in again with it stores nothing
 * @param informant may be left null with an invitation, which knows its informant
 * @param collector who took the opinion down, for the offline channels
 * @param agreement null for the words of today, and no guardian
 * @param poster null where it came by no open channel
 */
public record SubmitSuggestions(
        @NotNull(message = "请选择征询。") ConsultationNumber consultation,

        @NotBlank(message = "页面已过期，请重新打开。")
        @Size(max = 64, message = "页面已过期，请重新打开。")
        @Pattern(regexp = SubmitSuggestions.STORABLE, message = "页面已过期，请重新打开。")
        String idempotencyKey,

        @NotNull(message = "请选择意见来源渠道。") Channel channel,
        InvitationId invitation,
        InformantId informant,
        StationId station,

        @Size(max = 64, message = "收集人不能超过64个字。")
        @Pattern(regexp = SubmitSuggestions.STORABLE, message = "收集人里有无法保存的字符，请删去后再试。")
        String collector,

        boolean onBehalf,
        boolean confirmedByPerson,

        @Size(max = 60, message = "姓名不能超过60个字。")
        @Pattern(regexp = SubmitSuggestions.STORABLE, message = "姓名里有无法保存的字符，请删去后再试。")
        String proposerName,

        @Size(max = 200, message = "联系方式不能超过200个字。")
        @Pattern(regexp = SubmitSuggestions.STORABLE, message = "联系方式里有无法保存的字符，请删去后再试。")
        String proposerContact,

        @Size(max = IdentityCategory.LONGEST, message = "身份类别不能超过40个字。")
        @Pattern(regexp = SubmitSuggestions.STORABLE, message = "身份类别里有无法保存的字符，请删去后再试。")
        String identityCategory,

        @Size(max = 20, message = "年龄段不能超过20个字。")
        @Pattern(regexp = SubmitSuggestions.STORABLE, message = "年龄段里有无法保存的字符，请删去后再试。")
        String ageBand,

        @Size(max = 120, message = "单位不能超过120个字。")
        @Pattern(regexp = SubmitSuggestions.STORABLE, message = "单位里有无法保存的字符，请删去后再试。")
        String unit,

        @AssertTrue(message = "请先阅读并同意个人信息处理说明。") boolean consentProcessing,
        boolean consentCallBack,
        boolean consentPublishName,

        @NotEmpty(message = "请至少写一条意见。") @Size(max = 100, message = "一次最多提交100条意见。") @Valid
        List<Item> suggestions,

        Poster poster,
        @Valid Agreement agreement)
        implements Command {

    /**
     * The open channel somebody used.
     *
     * @param code of the channel
     * @param suspicions what looks as if a machine had filled in the form; for most empty
     */
    public record Poster(String code, Set<Suspicion> suspicions) {
        public Poster {
            suspicions = Set.copyOf(suspicions);
        }

        /** @return null where nothing is suspected */
        String suspicion() {
            return suspicions.isEmpty()
                    ? null
                    : suspicions.stream().sorted().map(Suspicion::name).collect(Collectors.joining(","));
        }
    }

    /** @param clause null for the draft as a whole; @param original the person's own words */
    public record Item(
            ClauseId clause,
            @NotNull(message = "请选择意见类型。") SuggestionKind kind,

            @NotBlank(message = "请写下您的意见。")
            @Pattern(regexp = SAYS_SOMETHING, message = "请写下您的意见。")
            @Pattern(regexp = STORABLE, message = "意见里有无法保存的字符，请删去后再试。")
            @CodePointLength(max = LONGEST, message = "每条意见不能超过5000个字。")
            String original,

            @CodePointLength(max = LONGEST, message = "建议条文不能超过5000个字。")
            @Pattern(regexp = STORABLE, message = "建议条文里有无法保存的字符，请删去后再试。")
            String proposed,

            @CodePointLength(max = LONGEST, message = "理由不能超过5000个字。")
            @Pattern(regexp = STORABLE, message = "理由里有无法保存的字符，请删去后再试。")
            String reason) {

        /** As it was given. */
        public static Item of(Suggestion suggestion) {
            return new Item(
                    suggestion.clause(),
                    suggestion.kind(),
                    suggestion.original(),
                    suggestion.proposed(),
                    suggestion.reason());
        }

        public Arrived arrived(long suggestion) {
            return new Arrived(suggestion, original, proposed, reason);
        }
    }

    /** The most characters of one text; a character outside the basic plane, such as 𠮷, counts one. */
    public static final int LONGEST = 5000;

    /** Neither NUL nor half a surrogate pair: PostgreSQL can keep neither, and what is kept must be what was written. */
    static final String STORABLE = "[^\\x00\\ud800-\\udfff]*";

    /**
     * Stands in every key that the product makes up from what it numbers itself, and in none of a page's form: such a key
     * can be guessed, and whoever could send it would take the place, the receipt and the files of what it belongs to.
     */
    public static final char OWN_KEY = ':';

    /** At least one character that is seen: no space, the ideographic one included, and no formatting mark. */
    static final String SAYS_SOMETHING = "(?sU).*[\\S&&[^\\p{Cf}]].*";

    public SubmitSuggestions {
        identityCategory = IdentityCategory.read(identityCategory);
        Commands.validate(
                SubmitSuggestions.class,
                consultation,
                idempotencyKey,
                channel,
                invitation,
                informant,
                station,
                collector,
                onBehalf,
                confirmedByPerson,
                proposerName,
                proposerContact,
                identityCategory,
                ageBand,
                unit,
                consentProcessing,
                consentCallBack,
                consentPublishName,
                suggestions,
                poster,
                agreement);
        suggestions = List.copyOf(suggestions);
        agreement = agreement == null ? Agreement.TODAYS : agreement;
    }

    /** Without an open channel. */
    public SubmitSuggestions(
            ConsultationNumber consultation,
            String idempotencyKey,
            Channel channel,
            InvitationId invitation,
            InformantId informant,
            StationId station,
            String collector,
            boolean onBehalf,
            boolean confirmedByPerson,
            String proposerName,
            String proposerContact,
            String identityCategory,
            String ageBand,
            String unit,
            boolean consentProcessing,
            boolean consentCallBack,
            boolean consentPublishName,
            List<Item> suggestions) {
        this(
                consultation,
                idempotencyKey,
                channel,
                invitation,
                informant,
                station,
                collector,
                onBehalf,
                confirmedByPerson,
                proposerName,
                proposerContact,
                identityCategory,
                ageBand,
                unit,
                consentProcessing,
                consentCallBack,
                consentPublishName,
                suggestions,
                null,
                null);
    }

    /** The same, with what the consents were given on. */
    public SubmitSuggestions agreed(Agreement on) {
        return new SubmitSuggestions(
                consultation,
                idempotencyKey,
                channel,
                invitation,
                informant,
                station,
                collector,
                onBehalf,
                confirmedByPerson,
                proposerName,
                proposerContact,
                identityCategory,
                ageBand,
                unit,
                consentProcessing,
                consentCallBack,
                consentPublishName,
                suggestions,
                poster,
                on);
    }

    boolean suspicious() {
        return poster != null && !poster.suspicions().isEmpty();
    }

    /** @param ids of the suggestions that this became, in order */
    List<Arrived> arrived(List<Long> ids) {
        return IntStream.range(0, ids.size())
                .mapToObj(i -> suggestions.get(i).arrived(ids.get(i)))
                .toList();
    }
}
