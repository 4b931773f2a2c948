package cn.zhengxun.directory;

import cn.zhengxun.audit.AuditTrail;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

    /**
     * The whole file, so that nothing leaves before the entry in the trail is kept and no slow reader holds a
     * connection. A thousand people are read at a time; only the packed file grows with the directory.
     *
     * @return an xlsx file
     */
    public byte[] export(ExportInformants command) {
        Map<StationId, String> stationNames =
                stations.all().stream().collect(Collectors.toMap(Station::id, Station::name));
        Map<String, String> families = new HashMap<>();
        tags.uses().forEach(tag -> families.put(tag.name(), tag.family()));
        int written = 0;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
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
        return out.toByteArray();
    }
}
