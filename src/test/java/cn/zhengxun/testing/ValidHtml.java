package cn.zhengxun.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.thaiopensource.relaxng.impl.CombineValidator;
import com.thaiopensource.util.PropertyMap;
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.Schema;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.Validator;
import com.thaiopensource.validate.prop.rng.RngProperty;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import com.thaiopensource.xml.sax.Jaxp11XMLReaderCreator;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import nu.validator.checker.jing.CheckerSchema;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import nu.validator.localentities.LocalCacheEntityResolver;
import nu.validator.xml.NullEntityResolver;
import nu.validator.xml.customelements.NamespaceChangingSchemaWrapper;
import nu.validator.xml.dataattributes.DataAttributeDroppingSchemaWrapper;
import nu.validator.xml.langattributes.XmlLangAttributeDroppingSchemaWrapper;
import nu.validator.xml.roleattributes.RoleAttributeFilteringSchemaWrapper;
import nu.validator.xml.templateelement.TemplateElementDroppingSchemaWrapper;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/**
 * The opinion of the Nu HTML Checker on a page: its parser, its schema of HTML and its further checks, without its server and
 * without a network.
 */
public final class ValidHtml {
    private static final String HTML = "http://s.validator.nu/html5.rnc";

    private static final List<CheckerSchema> FURTHER = List.of(
            CheckerSchema.ASSERTION_SCH,
            CheckerSchema.TABLE_CHECKER,
            CheckerSchema.CONFORMING_BUT_OBSOLETE_WARNER,
            CheckerSchema.TEXT_CONTENT_CHECKER,
            CheckerSchema.UNCHECKED_SUBTREE_WARNER,
            CheckerSchema.USEMAP_CHECKER);

    /** Reading it takes a second, so it is read once. */
    private static Schema schema;

    private ValidHtml() {}

    /** Fails with every error and warning and the line that it is about. @param page whole, as sent */
    public static void assertValid(String page) {
        assertThat(complaints(page)).as("the Nu HTML Checker's complaints").isEmpty();
    }

    /** @return errors and warnings with their lines; empty for a good page */
    public static List<String> complaints(String page) {
        Complaints found = new Complaints(page.lines().toList());
        try {
            PropertyMap properties = properties(found);
            Validator checks = schema(properties).createValidator(properties);
            for (CheckerSchema further : FURTHER) {
                checks = new CombineValidator(checks, further.createValidator(properties));
            }
            HtmlParser parser = new HtmlParser();
            parser.setCommentPolicy(XmlViolationPolicy.ALLOW);
            parser.setContentNonXmlCharPolicy(XmlViolationPolicy.ALLOW);
            parser.setContentSpacePolicy(XmlViolationPolicy.ALTER_INFOSET);
            parser.setNamePolicy(XmlViolationPolicy.ALLOW);
            parser.setXmlnsPolicy(XmlViolationPolicy.ALTER_INFOSET);
            parser.setMappingLangToXmlLang(true);
            parser.setContentHandler(checks.getContentHandler());
            parser.setErrorHandler(found);
            parser.parse(new InputSource(new StringReader(page)));
        } catch (Exception unchecked) {
            throw new IllegalStateException("the page could not be checked", unchecked);
        }
        return found.all;
    }

    private static synchronized Schema schema(PropertyMap properties) throws Exception {
        if (schema == null) {
            LocalCacheEntityResolver local = new LocalCacheEntityResolver(new NullEntityResolver());
            local.setAllowRnc(true);
            PropertyMapBuilder reading = new PropertyMapBuilder(properties);
            reading.put(ValidateProperty.ENTITY_RESOLVER, local);
            Schema read = CompactSchemaReader.getInstance()
                    .createSchema(local.resolveEntity(null, HTML), reading.toPropertyMap());
            schema = new NamespaceChangingSchemaWrapper(
                    new TemplateElementDroppingSchemaWrapper(new RoleAttributeFilteringSchemaWrapper(
                            new XmlLangAttributeDroppingSchemaWrapper(new DataAttributeDroppingSchemaWrapper(read)))));
        }
        return schema;
    }

    private static PropertyMap properties(ErrorHandler complaints) {
        PropertyMapBuilder properties = new PropertyMapBuilder();
        properties.put(ValidateProperty.ERROR_HANDLER, complaints);
        properties.put(ValidateProperty.XML_READER_CREATOR, new Jaxp11XMLReaderCreator());
        RngProperty.CHECK_ID_IDREF.add(properties);
        return properties.toPropertyMap();
    }

    private static final class Complaints implements ErrorHandler {
        private final List<String> page;
        private final List<String> all = new ArrayList<>();

        private Complaints(List<String> page) {
            this.page = page;
        }

        @Override
        public void warning(SAXParseException found) {
            int line = found.getLineNumber();
            String about =
                    line < 1 || line > page.size() ? "" : page.get(line - 1).strip();
            all.add("line %d: %s «%s»"
                    .formatted(line, found.getMessage(), about.substring(0, Math.min(about.length(), 200))));
        }

        @Override
        public void error(SAXParseException found) {
            warning(found);
        }

        @Override
        public void fatalError(SAXParseException found) {
            warning(found);
        }
    }
}
