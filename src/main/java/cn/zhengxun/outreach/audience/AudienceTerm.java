package cn.zhengxun.outreach.audience;

import java.util.Set;

/** One condition about a person. A term other than a tag is never unknown: its predicate is true or false for everybody. */
sealed interface AudienceTerm extends AudienceExpression {

    @Override
    default String grounds(AudienceSql sql) {
        return sql.bind("、" + words());
    }

    @Override
    default Set<AudienceTerm> wanted() {
        return Set.of(this);
    }

    record Everyone() implements AudienceTerm {
        @Override
        public String words() {
            return "全部";
        }

        @Override
        public String predicate(AudienceSql sql) {
            return "TRUE";
        }

        @Override
        public String grounds(AudienceSql sql) {
            return sql.bind("、属于在任信息员");
        }
    }

    record HasTag(String name) implements AudienceTerm {
        @Override
        public String words() {
            return "标签“" + name + "”";
        }

        @Override
        public String predicate(AudienceSql sql) {
            return """
                    CASE WHEN i.profiling_refused THEN NULL ELSE EXISTS (
                        SELECT 1 FROM informant_tag it JOIN tag t ON t.id = it.tag_id
                        WHERE it.informant_id = i.id AND t.name = %s) END""".formatted(sql.bind(name));
        }
    }

    /** Belongs to a station, open or closed. */
    record AtAnyStation() implements AudienceTerm {
        @Override
        public String words() {
            return "任一站点";
        }

        @Override
        public String predicate(AudienceSql sql) {
            return "(i.station_id IS NOT NULL)";
        }

        @Override
        public String grounds(AudienceSql sql) {
            return "'、站点“' || s.name || '”'";
        }
    }

    record AtStation(String name) implements AudienceTerm {
        @Override
        public String words() {
            return "站点“" + name + "”";
        }

        @Override
        public String predicate(AudienceSql sql) {
            return "(i.station_id IS NOT NULL AND s.name = " + sql.bind(name) + ")";
        }
    }

    record AtStationOfKind(String kind) implements AudienceTerm {
        @Override
        public String words() {
            return "站点类别“" + kind + "”";
        }

        @Override
        public String predicate(AudienceSql sql) {
            return "(i.station_id IS NOT NULL AND s.kind = " + sql.bind(kind) + ")";
        }
    }

    record AtClosedStation() implements AudienceTerm {
        @Override
        public String words() {
            return "停用站点";
        }

        @Override
        public String predicate(AudienceSql sql) {
            return "(i.station_id IS NOT NULL AND NOT s.active)";
        }
    }

    record InOffice() implements AudienceTerm {
        @Override
        public String words() {
            return "任期在任";
        }

        @Override
        public String predicate(AudienceSql sql) {
            return "(i.term_ends_on IS NULL OR i.term_ends_on >= " + sql.bind(sql.today()) + ")";
        }
    }

    /** In office for at most {@link #DAYS} days more. */
    record TermEndsSoon() implements AudienceTerm {
        static final int DAYS = 90;

        @Override
        public String words() {
            return "任期将满";
        }

        @Override
        public String predicate(AudienceSql sql) {
            return "(i.term_ends_on IS NOT NULL AND i.term_ends_on BETWEEN %s AND %s)"
                    .formatted(sql.bind(sql.today()), sql.bind(sql.today().plusDays(DAYS)));
        }
    }

    /** Got an invitation to any consultation in the last days times 24 hours. */
    record AskedWithin(int days) implements AudienceTerm {
        @Override
        public String words() {
            return "近" + days + "天征询过";
        }

        @Override
        public String predicate(AudienceSql sql) {
            return asked(sql, days);
        }
    }

    record NotAskedWithin(int days) implements AudienceTerm {
        @Override
        public String words() {
            return "近" + days + "天未征询";
        }

        @Override
        public String predicate(AudienceSql sql) {
            return "(NOT " + asked(sql, days) + ")";
        }
    }

    record NeverAsked() implements AudienceTerm {
        @Override
        public String words() {
            return "从未征询";
        }

        @Override
        public String predicate(AudienceSql sql) {
            return "(NOT EXISTS (SELECT 1 FROM invitation v WHERE v.informant_id = i.id))";
        }
    }

    /** Answered an invitation to any consultation. */
    record HasAnswered() implements AudienceTerm {
        @Override
        public String words() {
            return "曾提意见";
        }

        @Override
        public String predicate(AudienceSql sql) {
            return "EXISTS (SELECT 1 FROM invitation v WHERE v.informant_id = i.id AND v.answered_at IS NOT NULL)";
        }
    }

    private static String asked(AudienceSql sql, int days) {
        return "EXISTS (SELECT 1 FROM invitation v WHERE v.informant_id = i.id AND v.issued_at >= %s)"
                .formatted(sql.bind(sql.ago(days)));
    }
}
