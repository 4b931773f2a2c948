package cn.zhengxun.draft;

import cn.zhengxun.identity.Roles;
import cn.zhengxun.identity.Users;
import cn.zhengxun.kernel.NotFound;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Which drafts the signed-in person may read: public ones everybody who reads the library; internal ones staff,
 * director and leader, and an expert only where a consultation on the draft names that expert. Whoever may not read
 * a draft is not told that it exists.
 */
@Component
public class DraftAccess {
    private static final Set<String> OFFICE = Set.of(Roles.STAFF, Roles.DIRECTOR, Roles.LEADER);
    private static final Set<String> READERS =
            Set.of(Roles.STAFF, Roles.DIRECTOR, Roles.LEADER, Roles.EXPERT, Roles.MANAGER);

    private final Drafts drafts;
    private final DraftUses uses;
    private final Users users;

    DraftAccess(Drafts drafts, DraftUses uses, Users users) {
        this.drafts = drafts;
        this.uses = uses;
        this.users = users;
    }

    /** @throws NotFound where there is no such draft, or it is not for this person to see: the words are the same */
    public Draft requireReadable(DraftId id) {
        Draft draft = drafts.find(id);
        if (!readable().test(draft)) {
            throw Drafts.missing(id);
        }
        return draft;
    }

    /** To be asked for many drafts at once; it looks the person up only once. */
    public Predicate<Draft> readable() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        Set<String> roles = who == null
                ? Set.of()
                : who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet());
        if (roles.stream().anyMatch(OFFICE::contains)) {
            return draft -> true;
        }
        if (roles.stream().noneMatch(READERS::contains)) {
            return draft -> false;
        }
        Set<DraftId> own = roles.contains(Roles.EXPERT) ? uses.callingOn(who.getName()) : Set.of();
        return draft -> draft.visibility() == Visibility.PUBLIC || own.contains(draft.id());
    }

    /**
     * @return the reader's name, to be printed over every page that shows words of this draft (fragment
     *     draft/watermark); null where it is public
     */
    public String watermark(Draft draft) {
        return draft.visibility() == Visibility.PUBLIC ? null : reader();
    }

    /** @return the reader's name where any of these drafts is internal; null otherwise */
    public String watermark(Collection<Draft> drafts) {
        return drafts.stream().allMatch(draft -> draft.visibility() == Visibility.PUBLIC) ? null : reader();
    }

    private String reader() {
        return users.nameOf(
                SecurityContextHolder.getContext().getAuthentication().getName());
    }
}
