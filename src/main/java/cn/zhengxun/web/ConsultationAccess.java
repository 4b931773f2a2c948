package cn.zhengxun.web;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Plans;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.identity.Roles;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** Which consultations a person may see: experts only those that call on them, everybody else all. */
@Component
class ConsultationAccess {
    private static final Set<String> SEE_ALL = Set.of(Roles.STAFF, Roles.DIRECTOR, Roles.LEADER, Roles.MANAGER);

    private final Plans plans;
    private final Directory directory;

    ConsultationAccess(Plans plans, Directory directory) {
        this.plans = plans;
        this.directory = directory;
    }

    /** To be asked for many consultations at once; it reads the plans only once. */
    Predicate<Consultation> of(Authentication who) {
        return of(
                who.getName(),
                who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** The same for a user who is not signed in here. @param roles group ids of {@link Roles} */
    Predicate<Consultation> of(String userId, Set<String> roles) {
        if (roles.stream().anyMatch(SEE_ALL::contains)) {
            return consultation -> true;
        }
        Set<ConsultationNumber> own = directory
                .expertOfUser(userId)
                .map(expert -> plans.callingOn(expert.id()))
                .orElse(Set.of());
        return consultation -> own.contains(consultation.number());
    }
}
