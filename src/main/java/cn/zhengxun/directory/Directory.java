package cn.zhengxun.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who can be asked. */
@Service
@Transactional
public class Directory {

    public Optional<Informant> informant(InformantId id) {
        throw new UnsupportedOperationException("directory");
    }

    /** In one query each thousand; unknown ids are left out. */
    public List<Informant> informants(Collection<InformantId> ids) {
        throw new UnsupportedOperationException("directory");
    }

    public List<Informant> activeInformants() {
        throw new UnsupportedOperationException("directory");
    }

    public List<Station> stations() {
        throw new UnsupportedOperationException("directory");
    }

    public Optional<Station> station(StationId id) {
        throw new UnsupportedOperationException("directory");
    }

    public List<Expert> experts() {
        throw new UnsupportedOperationException("directory");
    }

    public Optional<Expert> expertOfUser(String userId) {
        throw new UnsupportedOperationException("directory");
    }

    /** All tag names by family, for the audience form. */
    public java.util.Map<String, List<String>> tags() {
        throw new UnsupportedOperationException("directory");
    }
}
