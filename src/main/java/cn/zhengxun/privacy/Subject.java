package cn.zhengxun.privacy;

/**
 * Whom data is about. Plain ids, since this room stands below those that know informants and receipts.
 *
 * @param informant id of an entry of the directory; null for somebody outside it
 * @param receipt number of the submission of somebody outside the directory; null for an informant
 */
public record Subject(Long informant, String receipt) {
    public Subject {
        if ((informant == null) == (receipt == null)) {
            throw new IllegalArgumentException("either an informant or a receipt");
        }
    }

    public static Subject ofInformant(long id) {
        return new Subject(id, null);
    }

    public static Subject ofReceipt(String receipt) {
        return new Subject(null, receipt);
    }
}
