package id.tanggap.ticket.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.dataformat.xml.JacksonXmlAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import com.fasterxml.jackson.dataformat.xml.ser.ToXmlGenerator;

/** Writes records as XML with a declaration: components in their order, a list as one element for each of its items. */
public final class Xml {

    private final XmlMapper mapper;

    /**
     * @param namespace of every element; empty: none
     * @param absent whether an empty element stands for what is absent
     */
    public Xml(String namespace, JsonInclude.Include absent) {
        mapper = XmlMapper.builder()
                .annotationIntrospector(new OneNamespace(namespace))
                .configure(ToXmlGenerator.Feature.WRITE_XML_DECLARATION, true)
                .defaultUseWrapper(false)
                .defaultPropertyInclusion(JsonInclude.Value.construct(absent, absent))
                .build();
    }

    /** Jackson takes a property's namespace for none, whatever its parent's is. */
    private static final class OneNamespace extends JacksonXmlAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        private final String namespace;

        OneNamespace(String namespace) {
            super(false);
            this.namespace = namespace;
        }

        @Override
        public String findNamespace(MapperConfig<?> config, Annotated element) {
            return element instanceof AnnotatedMember || element instanceof AnnotatedClass ? namespace : null;
        }
    }

    public String write(Object document) {
        try {
            return mapper.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as XML", e);
        }
    }
}
