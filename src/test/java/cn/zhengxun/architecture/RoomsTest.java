package cn.zhengxun.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import cn.zhengxun.Zhengxun;
import cn.zhengxun.audit.AuditTrail;
import cn.zhengxun.kernel.Command;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestMapping;

/** The rooms of docs/decisions/0001 and the arrows between them. */
@AnalyzeClasses(packagesOf = Zhengxun.class, importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    @Test
    void the_rooms_use_only_each_others_faces_and_form_no_circle() {
        ApplicationModules.of(Zhengxun.class).verify();
    }

    @ArchTest
    static final ArchRule ONLY_PROCESS_KNOWS_CAMUNDA = noClasses()
            .that()
            .resideOutsideOfPackage("..process..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule NO_ROOM_LOOKS_UP_TO_WEB_OR_PROCESS = noClasses()
            .that()
            .resideOutsideOfPackages("..process..", "..web..")
            .should()
            .dependOnClassesThat(resideInAPackage("cn.zhengxun.process..").or(resideInAPackage("cn.zhengxun.web..")));

    @ArchTest
    static final ArchRule THE_ENGINES_TRANSACTION_IS_THE_DELEGATES = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("..process..")
            .should()
            .beAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule EVERY_ROUTE_HAS_AN_AUTHORISATION_RULE =
            methods().that().areMetaAnnotatedWith(RequestMapping.class).should(haveAnAuthorisationRule());

    @ArchTest
    static final ArchRule EVERY_COMMAND_IS_AUDITED_WHERE_IT_IS_HANDLED =
            classes().that().implement(Command.class).should(beHandledByAnAuditedServiceMethod());

    @ArchTest
    static final ArchRule NAMES_SAY_THE_IDEA = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    @ArchTest
    static final ArchRule THE_PARTS_OF_DRAFT_KNOW_EACH_OTHER_ONLY_THROUGH_CLAUSES = slices().matching(
                    "cn.zhengxun.draft.(*)")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage("cn.zhengxun.draft.clause"));

    @ArchTest
    static final ArchRule THE_PARTS_OF_DRAFT_ARE_PURE = noClasses()
            .that()
            .resideInAnyPackage("cn.zhengxun.draft.*")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "cn.zhengxun.draft", "org.springframework.jdbc..", "org.springframework.web..", "java.sql.."));

    @ArchTest
    static final ArchRule THE_PARTS_OF_OUTREACH_DO_NOT_KNOW_WHO_USES_THEM = noClasses()
            .that()
            .resideInAnyPackage("cn.zhengxun.outreach.*")
            .should()
            .dependOnClassesThat(resideInAPackage("cn.zhengxun.outreach"));

    /** Only what mail is may be known: wording writes it. */
    @ArchTest
    static final ArchRule THE_PARTS_OF_OUTREACH_DO_NOT_KNOW_EACH_OTHER = slices().matching("cn.zhengxun.outreach.(*)")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage("cn.zhengxun.outreach.mail"));

    @ArchTest
    static final ArchRule ATTACHMENTS_AND_ARRIVAL_DO_NOT_KNOW_WHO_USES_THEM = noClasses()
            .that()
            .resideInAnyPackage("cn.zhengxun.suggestion.attachment", "cn.zhengxun.suggestion.arrival")
            .should()
            .dependOnClassesThat(resideInAnyPackage("cn.zhengxun.suggestion", "cn.zhengxun.suggestion.offline"));

    /** What is handed in knows nothing of the pages on which people write it, read it again and change it. */
    @ArchTest
    static final ArchRule SUGGESTIONS_DO_NOT_KNOW_WHO_TAKES_THEM_IN_OR_SHOWS_THEM = noClasses()
            .that()
            .resideInAPackage("cn.zhengxun.suggestion")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "cn.zhengxun.suggestion.amendment",
                    "cn.zhengxun.suggestion.answer",
                    "cn.zhengxun.suggestion.doubtful",
                    "cn.zhengxun.suggestion.notmine",
                    "cn.zhengxun.suggestion.offline",
                    "cn.zhengxun.suggestion.receipt"));

    @ArchTest
    static final ArchRule THE_PARTS_OF_SUGGESTION_FORM_NO_CIRCLE =
            slices().matching("cn.zhengxun.suggestion.(*)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOBODY_KNOWS_WHO_CHANGES_WHAT_WAS_HANDED_IN = noClasses()
            .that()
            .resideOutsideOfPackage("cn.zhengxun.suggestion.amendment")
            .should()
            .dependOnClassesThat(resideInAPackage("cn.zhengxun.suggestion.amendment"));

    /** Only their list joins what rules noticed with what people say is not theirs. */
    @ArchTest
    static final ArchRule ARRIVAL_DOES_NOT_KNOW_NOT_ME = noClasses()
            .that()
            .resideInAPackage("cn.zhengxun.suggestion.arrival")
            .should()
            .dependOnClassesThat(resideInAPackage("cn.zhengxun.suggestion.notmine"));

    @ArchTest
    static final ArchRule NOT_ME_DOES_NOT_KNOW_ARRIVAL = noClasses()
            .that()
            .resideInAPackage("cn.zhengxun.suggestion.notmine")
            .should()
            .dependOnClassesThat(resideInAPackage("cn.zhengxun.suggestion.arrival"));

    @ArchTest
    static final ArchRule TABLES_KNOW_NO_ROOM_THAT_READS_THEM = noClasses()
            .that()
            .resideInAPackage("cn.zhengxun.sheet")
            .should()
            .dependOnClassesThat(resideInAPackage("cn.zhengxun..")
                    .and(not(resideInAnyPackage("cn.zhengxun.sheet", "cn.zhengxun.kernel", "cn.zhengxun.privacy"))));

    /** Some are public for the room's parts. */
    @ArchTest
    static final ArchRule THE_TABLES_OF_SUGGESTIONS_ARE_READ_AND_WRITTEN_IN_THEIR_ROOM = noClasses()
            .that()
            .resideOutsideOfPackage("cn.zhengxun.suggestion..")
            .should()
            .dependOnClassesThat(resideInAPackage("cn.zhengxun.suggestion..").and(simpleNameEndingWith("Rows")));

    private static ArchCondition<JavaMethod> haveAnAuthorisationRule() {
        return new ArchCondition<>("carry @PreAuthorize on the method or its class") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (!method.isAnnotatedWith(PreAuthorize.class)
                        && !method.getOwner().isAnnotatedWith(PreAuthorize.class)) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " has no @PreAuthorize"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> beHandledByAnAuditedServiceMethod() {
        return new ArchCondition<>("be taken by a transactional service method that records it") {
            @Override
            public void check(JavaClass command, ConditionEvents events) {
                boolean handled = command.getDirectDependenciesToSelf().stream()
                        .map(dependency -> dependency.getOriginClass())
                        .filter(owner -> owner.isAnnotatedWith(Service.class))
                        .distinct()
                        .flatMap(owner -> owner.getMethods().stream())
                        .filter(method -> handles(method, command))
                        .filter(method -> method.isAnnotatedWith(Transactional.class)
                                || method.getOwner().isAnnotatedWith(Transactional.class))
                        .anyMatch(RoomsTest::records);
                if (!handled) {
                    events.add(SimpleConditionEvent.violated(
                            command, command.getName() + " has no service method that audits it"));
                }
            }
        };
    }

    /** A person's command comes as the parameter, or several in a list; the system's own may be made by the method that carries it out. */
    private static boolean handles(JavaMethod method, JavaClass command) {
        return method.getParameterTypes().stream()
                        .anyMatch(type -> type.getAllInvolvedRawTypes().contains(command))
                || method.getConstructorCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().equals(command));
    }

    private static boolean records(JavaMethod method) {
        DescribedPredicate<JavaClass> trail =
                DescribedPredicate.describe("the audit trail", type -> type.isEquivalentTo(AuditTrail.class));
        return method.getMethodCallsFromSelf().stream()
                .anyMatch(call ->
                        trail.test(call.getTargetOwner()) && call.getName().equals("record"));
    }
}
