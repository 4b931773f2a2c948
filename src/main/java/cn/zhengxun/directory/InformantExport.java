package cn.zhengxun.directory;

import cn.zhengxun.audit.AuditTrail;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All informants as a file that can be imported again. */
@Service
@Transactional
class InformantExport {
    private final InformantRows informants;
    private final StationRows stations;
    private final TagRows tags;
    private final AuditTrail audit;

    InformantExport(InformantRows informants, StationRows stations, TagRows tags, AuditTrail audit) {
        this.informants = informants;
        this.stations = stations;
        this.tags = tags;
        this.audit = audit;
    }

    /** Writes a thousand people at a time, so that a large directory fits into little memory. */
    public void export(ExportInformants command, OutputStream out) {
        Map<StationId, String> stationNames =
                stations.all().stream().collect(Collectors.toMap(Station::id, Station::name));
        Map<String, String> families = new HashMap<>();
        tags.uses().forEach(tag -> families.put(tag.name(), tag.family()));
        int written = 0;
        try (InformantWorkbook book = InformantWorkbook.on(out)) {
            List<Informant> page = informants.after(0);
            while (!page.isEmpty()) {
                book.add(page, stationNames, families);
                written += page.size();
                page = informants.after(page.get(page.size() - 1).id().value());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        audit.record(command, null, Map.of("informants", written));
    }
}
