package cn.zhengxun.directory;

import cn.zhengxun.kernel.InvalidCommand.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds the person a row speaks of: by telephone, else by e-mail, else by name and station. */
final class PeopleIndex {
    private final Map<String, List<PersonKeys>> byPhone = new HashMap<>();
    private final Map<String, List<PersonKeys>> byEmail = new HashMap<>();
    private final Map<String, List<PersonKeys>> byName = new HashMap<>();

    /** person: null for somebody new; fault: why nobody can be named; twin: why a new person may be there already. */
    record Match(PersonKeys person, Fault fault, String twin) {}

    PeopleIndex(Collection<PersonKeys> known) {
        known.forEach(this::add);
    }

    void add(PersonKeys person) {
        put(byPhone, person.phone(), person);
        put(byEmail, person.email(), person);
        put(byName, person.name(), person);
    }

    private static void put(Map<String, List<PersonKeys>> index, String key, PersonKeys person) {
        if (key != null) {
            index.computeIfAbsent(key, none -> new ArrayList<>(1)).add(person);
        }
    }

    Match find(PersonKeys wanted) {
        List<PersonKeys> phone = wanted.phone() == null ? List.of() : byPhone.getOrDefault(wanted.phone(), List.of());
        List<PersonKeys> email = wanted.email() == null ? List.of() : byEmail.getOrDefault(wanted.email(), List.of());
        if (!phone.isEmpty()) {
            Match match = among(phone, wanted, "phone", "手机");
            boolean othersEmail = match.person() != null
                    && !email.isEmpty()
                    && email.stream()
                            .noneMatch(one -> one.id() == match.person().id());
            return othersEmail
                    ? new Match(null, new Fault("email", "这个邮箱属于" + where(email.get(0)) + "的另一个人，请核对手机和邮箱。"), null)
                    : match;
        }
        if (!email.isEmpty()) {
            return among(email, wanted, "email", "邮箱");
        }
        return byNameAndStation(wanted);
    }

    private static Match among(List<PersonKeys> owners, PersonKeys wanted, String field, String what) {
        List<PersonKeys> same =
                owners.stream().filter(one -> one.name().equals(wanted.name())).toList();
        if (same.isEmpty()) {
            return new Match(
                    null,
                    new Fault(field, "这个" + what + "属于" + where(owners.get(0)) + "姓名不同的人；是同一个人就先改正姓名，家人合用的请在名录里手工登记。"),
                    null);
        }
        return one(same, wanted, field);
    }

    private static Match one(List<PersonKeys> same, PersonKeys wanted, String field) {
        List<PersonKeys> narrowed = same.size() == 1
                ? same
                : same.stream()
                        .filter(one -> Objects.equals(one.station(), wanted.station()))
                        .toList();
        if (narrowed.size() == 1) {
            return new Match(narrowed.get(0), null, null);
        }
        return new Match(null, new Fault(field, "名录里有 " + same.size() + " 个人对得上，认不出是哪一个；请先在“重复的人”里处理，或补全手机。"), null);
    }

    private Match byNameAndStation(PersonKeys wanted) {
        List<PersonKeys> namesakes = byName.getOrDefault(wanted.name(), List.of()).stream()
                .filter(one -> Objects.equals(one.station(), wanted.station()))
                .toList();
        List<PersonKeys> agreeing =
                namesakes.stream().filter(one -> one.agreesWith(wanted)).toList();
        if (agreeing.size() > 1) {
            return new Match(null, new Fault("name", "同一站点有 " + agreeing.size() + " 个同名的人对得上，认不出是哪一个；请填写手机或邮箱。"), null);
        }
        if (agreeing.size() == 1) {
            return new Match(agreeing.get(0), null, null);
        }
        String twin = !namesakes.isEmpty()
                ? "同一站点已有同名的人（" + where(namesakes.get(0)) + "），手机或邮箱不同"
                : nearby(wanted)
                        .findFirst()
                        .map(one -> "已有同名的人（" + where(one) + "），手机只差一位")
                        .orElse(null);
        return new Match(null, null, twin);
    }

    private Stream<PersonKeys> nearby(PersonKeys wanted) {
        return byName.getOrDefault(wanted.name(), List.of()).stream()
                .filter(one -> Likeness.nearPhones(one.phone(), wanted.phone()));
    }

    static String where(PersonKeys person) {
        return person.id() < 0 ? "本文件第" + -person.id() + "行" : "名录";
    }
}
