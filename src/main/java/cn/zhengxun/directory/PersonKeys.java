package cn.zhengxun.directory;

import java.util.Locale;

/** By what a person is told from others. id is negative for somebody who stands further up in the file (its line). */
record PersonKeys(long id, String name, String phone, String email, Long station) {
    PersonKeys {
        phone = phoneKey(phone);
        email = email == null ? null : email.strip().toLowerCase(Locale.ROOT);
    }

    /** Digits only, without the country's prefix; null for none. */
    static String phoneKey(String phone) {
        if (phone == null) {
            return null;
        }
        String digits = phone.replaceAll("[^0-9]", "");
        if (digits.length() == 13 && digits.startsWith("86")) {
            digits = digits.substring(2);
        }
        return digits.isEmpty() ? null : digits;
    }

    /** Whether nothing known of the two says that they are two people. */
    boolean agreesWith(PersonKeys other) {
        return (phone == null || other.phone == null || phone.equals(other.phone))
                && (email == null || other.email == null || email.equals(other.email));
    }
}
