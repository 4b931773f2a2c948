package cn.zhengxun.web;

import cn.zhengxun.consultation.Consultation;
import cn.zhengxun.consultation.ConsultationNumber;
import cn.zhengxun.consultation.Plans;
import cn.zhengxun.directory.Directory;
import cn.zhengxun.identity.Roles;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** Which consultations a person may see: experts only those that call on them, everybody else all. */
@Component
class ConsultationAccess {
    private final Plans plans;
    private final Directory directory;

    ConsultationAccess(Plans plans, Directory directory) {
        this.plans = plans;
        this.directory = directory;
    }

    /** To be asked for many consultations at once; it reads the plans only once. */
    Predicate<Consultation> of(Authentication who) {
        if (!onlyExpert(who)) {
            return consultation -> true;
        }
        Set<ConsultationNumber> own = directory
                .expertOfUser(who.getName())
                .map(expert -> plans.callingOn(expert.id()))
                .orElse(Set.of());
        return consultation -> own.contains(consultation.number());
    }

    private static boolean onlyExpert(Authentication who) {
        Set<String> others = Set.of(Roles.STAFF, Roles.DIRECTOR, Roles.LEADER, Roles.MANAGER);
        return who.getAuthorities().stream().map(GrantedAuthority::getAuthority).noneMatch(others::contains);
    }
}
