package cn.zhengxun.directory;

import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.kernel.NotFound;
import cn.zhengxun.kernel.RuleViolation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tags the office has agreed on. A name is given once over all families, since an audience names only it. */
@Service
@Transactional
class TagCatalogue {
    private final TagRows tags;
    private final AuditTrail audit;

    TagCatalogue(TagRows tags, AuditTrail audit) {
        this.tags = tags;
        this.audit = audit;
    }

    /** By family, the six first and each of them there even when empty; names in order. */
    @Transactional(readOnly = true)
    Map<String, List<TagUse>> byFamily() {
        Map<String, List<TagUse>> found = tags.uses().stream()
                .collect(Collectors.groupingBy(TagUse::family, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<TagUse>> families = new LinkedHashMap<>();
        Tag.FAMILIES.forEach(family -> families.put(family, found.getOrDefault(family, List.of())));
        found.forEach(families::putIfAbsent);
        return families;
    }

    @Transactional(readOnly = true)
    Optional<TagUse> find(long id) {
        return tags.uses().stream().filter(tag -> tag.id() == id).findFirst();
    }

    /** @throws RuleViolation where the name is taken */
    public long add(AddTag command) {
        requireFree(command.tag(), null);
        long id = tags.idsOf(List.of(command.tag())).get(0);
        audit.record(command, null, Map.of("tag", id));
        return id;
    }

    /** @throws NotFound @throws RuleViolation where the name is taken */
    public void change(ChangeTag command) {
        require(command.id());
        requireFree(command.tag(), command.id());
        tags.update(command.id(), command.tag());
        audit.record(command, null, Map.of("tag", command.id()));
    }

    /** @throws NotFound @throws RuleViolation for a tag into itself */
    public void merge(MergeTags command) {
        require(command.from());
        require(command.into());
        if (command.from() == command.into()) {
            throw new RuleViolation("不能把标签并入它自己，请另选一个标签。");
        }
        int moved = tags.merge(command.from(), command.into());
        audit.record(command, null, Map.of("from", command.from(), "into", command.into(), "moved", moved));
    }

    /** @throws NotFound @throws RuleViolation while somebody bears it */
    public void delete(DeleteTag command) {
        TagUse tag = require(command.id());
        if (tag.bearers() > 0) {
            throw new RuleViolation("标签“" + tag.name() + "”还有 " + tag.bearers() + " 人在用，不能删除；可以并入另一个标签。");
        }
        tags.delete(command.id());
        audit.record(command, null, Map.of("tag", command.id()));
    }

    private TagUse require(long id) {
        return find(id).orElseThrow(() -> new NotFound("没有这个标签，可能已被删除或并入别的标签。"));
    }

    private void requireFree(Tag tag, Long own) {
        tag.requireKnownFamily();
        tags.named(tag.name())
                .filter(other -> !Long.valueOf(other.id()).equals(own))
                .ifPresent(other -> {
                    throw new RuleViolation(
                            "“" + other.family() + "”里已有标签“" + other.name() + "”，同一个名称只能用一次；请换一个名称，或把两个标签合并。");
                });
    }
}
