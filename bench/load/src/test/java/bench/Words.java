package bench;

import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.http.HttpRequestActionBuilder;

/** The answer of one informant: two suggestions, all fields of the page's form. */
final class Words {
    static final String FIRST = "第%s位信息员的第一条意见：建议明确餐饮经营者提示的方式，比如在菜单上写明分量。";
    static final String SECOND = "第%s位信息员的第二条意见：整体赞成，希望处罚之前先提醒一次𠮷。";
    static final String REASON = "身边的小店很多，头一次多半是不知道。";

    private Words() {}

    /** Reads n, clause and key from the session. */
    static HttpRequestActionBuilder handIn(String name, String address) {
        return http(name)
                .post(address)
                .formParam("action", "submit")
                .formParam("key", "#{key}")
                .formParam("clause", "#{clause}")
                .formParam("kind", "")
                .formParam("original", FIRST.formatted("#{n}"))
                .formParam("proposed", "")
                .formParam("reason", "")
                .formParam("clause", "")
                .formParam("kind", "OTHER")
                .formParam("original", SECOND.formatted("#{n}"))
                .formParam("proposed", "")
                .formParam("reason", REASON)
                .formParam("consentProcessing", "on")
                .disableFollowRedirect();
    }
}
