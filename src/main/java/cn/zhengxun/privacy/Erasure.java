package cn.zhengxun.privacy;

import cn.zhengxun.audit.AuditTrail;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.ClassUtils;

/** What the law gives a person over all rooms together: a copy of everything, and its erasure. */
@Service
@Transactional
public class Erasure {
    private final ObjectProvider<PersonalData> rooms;
    private final AuditTrail audit;

    Erasure(ObjectProvider<PersonalData> rooms, AuditTrail audit) {
        this.rooms = rooms;
        this.audit = audit;
    }

    /** The rooms in the order of a person's way; empty where nothing is kept about the person. */
    @Transactional(readOnly = true)
    public List<Chapter> copy(Subject subject) {
        return rooms.orderedStream()
                .flatMap(room -> room.copyOf(subject).stream())
                .toList();
    }

    /**
     * In one transaction: either no room knows the person afterwards or nothing has changed. First every room keeps away
     * what is still being written. Then the last room is first and the directory last, since the name it keeps is what the
     * others look for in their texts. Again changes nothing.
     *
     * @return how many rows were changed or removed
     */
    public int erase(EraseData command) {
        List<PersonalData> inOrder = rooms.orderedStream().toList();
        inOrder.forEach(room -> room.hold(command.subject()));
        Map<String, Integer> changed = new TreeMap<>();
        for (int i = inOrder.size() - 1; i >= 0; i--) {
            PersonalData room = inOrder.get(i);
            changed.put(ClassUtils.getUserClass(room).getSimpleName(), room.erase(command.subject()));
        }
        int rows = changed.values().stream().mapToInt(Integer::intValue).sum();
        audit.record(command, null, Map.of("rows", rows, "places", changed));
        return rows;
    }
}
