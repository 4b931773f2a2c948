package cn.zhengxun.draft;

import java.time.Instant;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a bill in a transaction of its own, so that two people who register the same new bill at one moment share it:
 * the second neither waits for the first's whole registration nor loses the own one to the unique title.
 */
@Component
class NewBills {
    private final DraftRows rows;
    private final TransactionTemplate apart;

    NewBills(DraftRows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    BillId titled(String title, Instant now) {
        try {
            return apart.execute(status -> rows.insertBill(title, now));
        } catch (DataIntegrityViolationException taken) {
            return rows.billTitled(title).orElseThrow(() -> taken);
        }
    }
}
