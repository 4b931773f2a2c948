package cn.zhengxun.draft;

import cn.zhengxun.draft.clause.ClauseTree;
import cn.zhengxun.draft.comparison.Link;
import cn.zhengxun.draft.comparison.Mapping;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The mappings that stored links make, down to the 款, kept in memory because many readers ask for the same few. */
@Component
class KnownMappings {
    private static final int KEPT = 8;

    private record Key(ClauseTree earlier, ClauseTree later, List<Link> links) {}

    private final Map<Key, Mapping> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Mapping> eldest) {
            return size() > KEPT;
        }
    });

    Mapping of(ClauseTree earlier, ClauseTree later, List<ClauseLink> links) {
        Key key = new Key(
                earlier,
                later,
                links.stream()
                        .map(link -> new Link(link.before(), link.after(), link.kind(), link.confidence()))
                        .toList());
        Mapping known = kept.get(key);
        if (known == null) {
            known = Mapping.of(earlier, later, key.links());
            kept.put(key, known);
        }
        return known;
    }
}
