package cn.zhengxun.draft;

import cn.zhengxun.kernel.NotFound;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bills and the order of their readings. */
@Service
@Transactional(readOnly = true)
public class Bills {
    private final DraftRows rows;

    Bills(DraftRows rows) {
        this.rows = rows;
    }

    /** @throws NotFound where there is no such bill */
    public Bill of(BillId id) {
        String title = rows.billTitle(id).orElseThrow(() -> missing(id));
        return new Bill(id, title, rows.ofBill(id), rows.replacedOf(id));
    }

    /** @return every bill that has a draft, by its first draft */
    List<Bill> all() {
        Map<BillId, String> titles = rows.billTitles();
        Set<DraftId> replaced = rows.replaced();
        Map<BillId, List<Draft>> drafts = rows.all().stream()
                .collect(Collectors.groupingBy(Draft::bill, LinkedHashMap::new, Collectors.toList()));
        return drafts.entrySet().stream()
                .map(bill -> new Bill(
                        bill.getKey(),
                        titles.get(bill.getKey()),
                        bill.getValue(),
                        bill.getValue().stream()
                                .map(Draft::id)
                                .filter(replaced::contains)
                                .collect(Collectors.toSet())))
                .toList();
    }

    /** Every bill's title, also of those without a draft yet. */
    List<String> titles() {
        return rows.billTitles().values().stream().sorted().toList();
    }

    /** @throws NotFound where there is no such draft */
    public Bill holding(DraftId draft) {
        return of(rows.find(draft)
                .orElseThrow(() -> new NotFound("没有编号为" + draft.value() + "的草案。"))
                .bill());
    }

    static NotFound missing(BillId id) {
        return new NotFound("没有编号为" + id.value() + "的法案。");
    }
}
