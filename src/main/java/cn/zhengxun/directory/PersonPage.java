package cn.zhengxun.directory;

import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.Shanghai;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of one informant, whichever of its forms was used. */
@Component
class PersonPage {
    private final Directory directory;
    private final InformantRecords records;
    private final InformantRows rows;
    private final Clock clock;

    PersonPage(Directory directory, InformantRecords records, InformantRows rows, Clock clock) {
        this.directory = directory;
        this.records = records;
        this.rows = rows;
        this.clock = clock;
    }

    /** @throws NotFound */
    Informant find(long id) {
        return directory.informant(new InformantId(id)).orElseThrow(() -> new NotFound("名录中没有这位信息员，请从列表中选择。"));
    }

    /** As it is kept. @throws NotFound */
    String show(long id, Model model) {
        Informant informant = find(id);
        return show(id, InformantForm.of(informant, withFamilies(informant.tags())), model);
    }

    /** @param id null for somebody new; @param form as it was typed */
    String show(Long id, InformantForm form, Model model) {
        model.addAllAttributes(Map.of(
                "form",
                form,
                "stations",
                directory.stations(),
                "tags",
                directory.tags(),
                "channels",
                PreferredChannel.values(),
                "kinds",
                ConsentKind.values()));
        model.addAttribute("id", id);
        if (id != null) {
            InformantId person = new InformantId(id);
            List<Consent> consents = records.consents(person);
            Map<ConsentKind, Consent> holding = new LinkedHashMap<>();
            consents.forEach(consent -> holding.putIfAbsent(consent.kind(), consent));
            LocalDate today = Shanghai.dateOf(clock.instant());
            model.addAttribute("today", today);
            model.addAttribute("soon", today.plusDays(InformantSearch.SOON_DAYS));
            model.addAttribute("person", find(id));
            model.addAttribute("trainings", records.trainings(person));
            model.addAttribute("consents", consents);
            model.addAttribute("holding", holding);
            model.addAttribute(
                    "mergedInto",
                    rows.mergedInto(person).flatMap(directory::informant).orElse(null));
        }
        return "directory/informant";
    }

    private Set<String> withFamilies(Set<String> names) {
        Set<String> tags = new LinkedHashSet<>();
        directory
                .tags()
                .forEach((family, members) ->
                        members.stream().filter(names::contains).forEach(name -> tags.add(family + ":" + name)));
        return tags;
    }
}
