package cn.zhengxun.outreach;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** What is counted as one sender where limits are kept by address. */
public final class Network {
    /** What one household or office is given of the newer addresses. */
    private static final int BYTES = 8;

    private Network() {}

    /** An older address as it is; of a newer one, the half that does not change from device to device. */
    public static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
