package cn.zhengxun.suggestion.attachment;

import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.kernel.RuleViolation;
import cn.zhengxun.outreach.Network;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How much of a consultation's space came from each network, so that none can shut out the others. In the memory of this
 * node alone: neither an address nor anything that tells neighbours reaches the database.
 */
@Component
class NetworkShares {
    /** So that many addresses cannot fill the memory; the one not seen for longest is forgotten first. */
    private static final int NETWORKS = 10_000;
    /** So that many small files cannot either. */
    private static final int MOST_WAITING = 500;

    private record Place(String network, ConsultationNumber consultation) {}

    /** Sizes in bytes. */
    private static final class Share {
        /** By id; some of them may be handed in or removed meanwhile. */
        private final Map<Long, Long> waiting = new LinkedHashMap<>();

        private long handedIn;

        long waitingBytes() {
            return waiting.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private final AttachmentLimits limits;
    private final AttachmentRows rows;
    private final Map<Place, Share> shares = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Share> eldest) {
            return size() > NETWORKS;
        }
    };

    NetworkShares(AttachmentLimits limits, AttachmentRows rows) {
        this.limits = limits;
        this.rows = rows;
    }

    /**
     * To be asked outside a transaction, since it may look into the database.
     *
     * @param address null for signed-in staff, who are not limited
     * @throws RuleViolation where a file of so many bytes would be too much from there
     */
    void require(String address, ConsultationNumber consultation, long size) {
        if (address == null) {
            return;
        }
        Place place = new Place(Network.of(address), consultation);
        if (fault(place, size) == null) {
            return;
        }
        List<Long> counted = waiting(place);
        settle(place, counted, rows.owners(counted));
        String fault = fault(place, size);
        if (fault != null) {
            throw new RuleViolation(fault);
        }
    }

    /** @param address null for signed-in staff */
    synchronized void add(String address, Attachment added) {
        if (address == null) {
            return;
        }
        Share share = shares.computeIfAbsent(
                new Place(Network.of(address), new ConsultationNumber(added.consultation())), fresh -> new Share());
        if (added.owner().kind() == Owner.Kind.STAGED) {
            share.waiting.put(added.id(), added.size());
        } else {
            share.handedIn += added.size();
        }
    }

    /** @return null where it fits */
    private synchronized String fault(Place place, long size) {
        Share share = shares.get(place);
        if (share == null) {
            return null;
        }
        long waiting = share.waitingBytes() + size;
        if (waiting > limits.waitingOfNetwork() || share.waiting.size() >= MOST_WAITING) {
            return "从这个网络添加、还没有提交的附件已经很多。请先把写好的意见提交，再添加附件；文字意见现在就可以提交。";
        }
        return waiting + share.handedIn > limits.ofNetwork()
                ? "从这个网络交来的附件已经很多，要给别的地方留出空间，暂时不能再添加。文字意见照常可以提交，附件请交给工作人员。"
                : null;
    }

    private synchronized List<Long> waiting(Place place) {
        Share share = shares.get(place);
        return share == null ? List.of() : List.copyOf(share.waiting.keySet());
    }

    /** What was handed in waits no more; what is gone, removed or expired, counts no more. */
    private synchronized void settle(Place place, List<Long> counted, Map<Long, Owner> owners) {
        Share share = shares.get(place);
        if (share == null) {
            return;
        }
        for (Long id : counted) {
            Owner owner = owners.get(id);
            if (owner == null || owner.kind() != Owner.Kind.STAGED) {
                Long size = share.waiting.remove(id);
                share.handedIn += owner == null || size == null ? 0 : size;
            }
        }
    }
}
