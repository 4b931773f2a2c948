package cn.zhengxun.draft;

import cn.zhengxun.kernel.NotFound;
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
        String title = rows.billTitle(id).orElseThrow(() -> new NotFound("没有编号为" + id.value() + "的法案。"));
        return new Bill(id, title, rows.ofBill(id), rows.replacedOf(id));
    }

    /** @throws NotFound where there is no such draft */
    public Bill holding(DraftId draft) {
        return of(rows.find(draft)
                .orElseThrow(() -> new NotFound("没有编号为" + draft.value() + "的草案。"))
                .bill());
    }
}
