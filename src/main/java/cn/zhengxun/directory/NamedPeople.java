package cn.zhengxun.directory;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** People of the directory whose names stand on a list, to tell which of them is meant. */
public final class NamedPeople {
    private final Map<String, List<Informant>> byName;

    NamedPeople(Collection<Informant> people) {
        byName = people.stream().collect(Collectors.groupingBy(Informant::name));
    }

    /**
     * @param person who it is beyond doubt, else null
     * @param sameName how many have this name; @param fitting how many of them also have the telephone or the address
     */
    public record Match(InformantId person, int sameName, int fitting) {}

    /** @param contact telephone, e-mail address or both; may be null */
    public Match find(String name, String contact) {
        List<Informant> namesakes = name == null ? List.of() : byName.getOrDefault(name, List.of());
        Set<String> keys = Arrays.stream(contact == null ? new String[0] : contact.split("[\\s,，;；、/]+"))
                .flatMap(one -> Arrays.asList(one.toLowerCase(Locale.ROOT), PersonKeys.phoneKey(one)).stream())
                .filter(Objects::nonNull)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toSet());
        List<Informant> fitting =
                namesakes.stream().filter(person -> reachedBy(person, keys)).toList();
        return new Match(fitting.size() == 1 ? fitting.get(0).id() : null, namesakes.size(), fitting.size());
    }

    private static boolean reachedBy(Informant person, Set<String> keys) {
        String phone = PersonKeys.phoneKey(person.phone());
        String email = person.email() == null ? null : person.email().strip().toLowerCase(Locale.ROOT);
        return phone != null && keys.contains(phone) || email != null && keys.contains(email);
    }
}
